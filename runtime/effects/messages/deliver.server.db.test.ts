import { describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import type { Mail } from '../../ports/mail.ts';
import { sentMails } from '../../persistence/mails.server.ts';
import { fixedClock } from '../../testing/fixed-clock.ts';
import { memoryMail } from '../../testing/memory-mail.ts';
import { deliver, demoMail, type Delivery } from './deliver.server.ts';

const database = testDatabase();
const clock = fixedClock(new Date('2026-11-21T09:12:00Z'));
const delivery = (key: string): Delivery => ({
  key,
  caseId: null,
  partyId: null,
  recipient: 'karin@exempel.example',
  subject: 'Nytt i ditt ärende',
  text: 'Läs mer: https://lindsjo.example/status/hemlig',
  language: 'sv'
});
const rowOf = async (key: string) =>
  (
    await database.sql<{ body: string; sent: boolean }>(
      'select body, sent_at is not null as sent from mail where key = $1',
      [key]
    )
  )[0];

const waitingForRow = async () =>
  (await database.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
    .length;

describe('a mail whose job runs twice', () => {
  it('is sent once', async () => {
    const counted: string[] = [];
    const counting: Mail = { send: async ({ key }) => void counted.push(key) };
    await deliver(delivery('twice'), { mail: counting, clock });
    await deliver(delivery('twice'), { mail: counting, clock });
    expect(counted).toEqual(['twice']);
  });

  it('is sent once by two who have the job at the same moment', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const slow: Mail = { send: ({ key }) => (begun.push(key), held) };
    const both = [1, 2].map(() => deliver(delivery('both'), { mail: slow, clock }));
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    await vi.waitFor(async () => expect(await waitingForRow()).toBe(1));
    release();
    await Promise.all(both);
    expect(begun).toEqual(['both']);
  });

  it('is tried again when it failed', async () => {
    const broken = { send: async () => Promise.reject(new Error('the mail server is away')) };
    await expect(deliver(delivery('fails'), { mail: broken, clock })).rejects.toThrow('away');
    expect(await rowOf('fails')).toBeUndefined();
    const mail = memoryMail();
    await deliver(delivery('fails'), { mail, clock });
    expect(mail.sent).toMatchObject([{ to: 'karin@exempel.example', subject: 'Nytt i ditt ärende' }]);
    expect(await rowOf('fails')).toEqual({ body: '', sent: true });
  });
});

describe('what a mail said', () => {
  it('is not kept where mail really goes out, since it may hold a secret link', async () => {
    await deliver(delivery('real'), { mail: memoryMail(), clock });
    expect((await rowOf('real'))?.body).toBe('');
  });

  it('is read in the demo’s mailbox, newest first', async () => {
    await deliver(delivery('demo-1'), { mail: demoMail(clock), clock });
    clock.moveTo(new Date('2026-11-22T09:12:00Z'));
    await deliver(delivery('demo-2'), { mail: demoMail(clock), clock });
    const [newest] = await sentMails(10);
    expect(newest).toMatchObject({
      recipient: 'karin@exempel.example',
      body: expect.stringContaining('/status/hemlig')
    });
    expect(newest?.sentAt).toEqual(new Date('2026-11-22T09:12:00Z'));
  });
});
