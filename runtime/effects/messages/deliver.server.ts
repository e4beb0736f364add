import { claimMail, keepMail, markMailSent, type MailWish } from '../../persistence/mails.server.ts';
import { wholly } from '../../persistence/transaction.server.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mail } from '../../ports/mail.ts';

export interface Delivery extends MailWish {
  readonly text: string;
  readonly language: string;
}

/**
 * Sends a mail once for its key, however often its job runs: one that was sent is passed over, one that failed is tried again. Its
 * row stays locked while it is sent, so that of two who have the same job one waits and then passes over it. Only a mail that was
 * cut off between the mail server's word and the commit is sent again, under the same Message-ID.
 */
export const deliver = (delivery: Delivery, { mail, clock }: { mail: Mail; clock: Clock }): Promise<void> =>
  wholly(async () => {
    const { key, recipient: to, subject, text, language } = delivery;
    if (!(await claimMail(delivery, clock.now()))) return;
    await mail.send({ key, to, subject, text, language });
    await markMailSent(key, clock.now());
  });

/** The demo's mailbox: what is sent stands in the database, to be read on a page, and reaches nobody. */
export const demoMail = (clock: Clock): Mail => ({
  send: (message) => keepMail(message, clock.now())
});
