import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isTaken } from './bookings.server.ts';
import { isDatabaseUnavailable } from './is-unavailable.server.ts';
import { lockCase } from './load-case.server.ts';
import { inTransaction, type Transaction } from './transaction.server.ts';

const { sql } = testDatabase();
const OWN_PROCESS = { name: 'own-process', text: 'select pg_backend_pid() as pid' };

const times = [{ resource: 'lokalen', time: '2026-03-03T09:00' }];
const asks: [string, (transaction: Transaction) => Promise<unknown>][] = [
  ['a case is locked and read', (transaction) => lockCase(transaction, randomUUID())],
  ['times are asked for', (transaction) => isTaken(transaction, times, randomUUID())]
];

describe('a connection that breaks while several statements are on their way', () => {
  it.each(asks)('fails as %s, and leaves no failure that nobody hears of', async (_, ask) => {
    const broken = inTransaction(async (transaction) => {
      const [own] = await transaction.run<{ pid: number }>(OWN_PROCESS, []);
      await sql('select pg_terminate_backend($1)', [own?.pid]);
      await ask(transaction);
    });
    expect(isDatabaseUnavailable(await broken.catch((error: unknown) => error))).toBe(true);
  });
});
