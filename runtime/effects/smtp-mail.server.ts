import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Mail } from '../ports/mail.ts';

export interface SmtpSettings {
  /** `smtps://user:password@host:465` or `smtp://host:587`. */
  readonly url: string;
  /** The sender, `Lindsjö kommun <noreply@lindsjo.example>`. */
  readonly from: string;
}

/** Mail by SMTP. A message sent again has the same Message-ID, by which mail servers drop the second. */
export function smtpMail({ url, from }: SmtpSettings): Mail {
  const transport = createTransport(url, { from });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ key, to, subject, text, language }) {
      const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
      await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        // An object, so that a comma in what somebody gave as an address never makes it two.
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' }
      });
    }
  };
}
