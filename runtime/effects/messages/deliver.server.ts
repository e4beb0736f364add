import { claimMail, keepMail, markMailSent, type MailWish } from '../../persistence/mails.server.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mail } from '../../ports/mail.ts';

export interface Delivery extends MailWish {
  readonly text: string;
  readonly language: string;
}

/** Sends a mail once for its key, however often its job runs: one that was sent is passed over, one that failed is tried again. */
export async function deliver(delivery: Delivery, { mail, clock }: { mail: Mail; clock: Clock }): Promise<void> {
  const { key, recipient: to, subject, text, language } = delivery;
  if (!(await claimMail(delivery, clock.now()))) return;
  await mail.send({ key, to, subject, text, language });
  await markMailSent(key, clock.now());
}

/** The demo's mailbox: what is sent stands in the database, to be read on a page, and reaches nobody. */
export const demoMail = (clock: Clock): Mail => ({
  send: (message) => keepMail(message, clock.now())
});
