import { randomUUID } from 'node:crypto';
import { connection } from './transaction.server.ts';

/** A mail that is about to be sent. What it says is not kept here: it may hold a link that is a secret. */
export interface MailWish {
  readonly key: string;
  readonly caseId: string | null;
  readonly partyId: string | null;
  readonly recipient: string;
  readonly subject: string;
}

/** Takes the key of a mail that is to be sent, until the transaction ends; waits for whoever has it. False when it has been sent already. */
export async function claimMail({ key, caseId, partyId, recipient, subject }: MailWish, now: Date): Promise<boolean> {
  const { rows } = await (
    await connection()
  ).query<{ sent: boolean }>(
    `insert into mail (id, key, case_id, party_id, recipient, subject, body, attachments, created_at)
     values ($1, $2, $3, $4, $5, $6, '', '{}', $7)
     on conflict (key) do update set recipient = excluded.recipient
     returning sent_at is not null as sent`,
    [randomUUID(), key, caseId, partyId, recipient, subject, now]
  );
  return rows[0]?.sent === false;
}

export const markMailSent = async (key: string, now: Date): Promise<void> =>
  void (await (await connection()).query(`update mail set sent_at = $2 where key = $1`, [key, now]));

/** Keeps what a mail says, for the demo's mailbox; one that belongs to no case has no row yet. */
export async function keepMail(
  { key, to, subject, text }: { key: string; to: string; subject: string; text: string },
  now: Date
): Promise<void> {
  await (
    await connection()
  ).query(
    `insert into mail (id, key, recipient, subject, body, attachments, created_at, sent_at)
     values ($1, $2, $3, $4, $5, '{}', $6, $6) on conflict (key) do update set body = excluded.body`,
    [randomUUID(), key, to, subject, text, now]
  );
}

export interface SentMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: Date;
}

/** What was sent, newest first. */
export async function sentMails(limit: number): Promise<SentMail[]> {
  const { rows } = await (
    await connection()
  ).query<Omit<SentMail, 'sentAt'> & { sent_at: string }>(
    `select id, recipient, subject, body, sent_at from mail where sent_at is not null order by sent_at desc, id limit $1`,
    [limit]
  );
  return rows.map(({ sent_at, ...mail }) => ({ ...mail, sentAt: new Date(sent_at) }));
}

/** A mail that was sent to a party, without what it said. */
export interface MailToParty {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly sentAt: Date;
}

/** What was sent to these parties of a case, newest first. */
export async function mailsTo(caseId: string, partyIds: readonly string[]): Promise<MailToParty[]> {
  const { rows } = await (
    await connection()
  ).query<Omit<MailToParty, 'sentAt'> & { sent_at: string }>(
    `select id, recipient, subject, sent_at from mail
     where case_id = $1 and party_id = any($2) and sent_at is not null order by sent_at desc, id`,
    [caseId, partyIds]
  );
  return rows.map(({ sent_at, ...mail }) => ({ ...mail, sentAt: new Date(sent_at) }));
}
