import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPENED_AT, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { memoryFileStore } from '../testing/memory-file-store.ts';
import { eraseUnknownFiles, keepHouse } from './housekeeping.server.ts';

const database = testDatabase();
beforeAll(() => publishExample(database));

describe('a file in the store that no row knows', () => {
  it('is erased, and those that some row knows are kept', async () => {
    const files = memoryFileStore();
    const content = async function* () {
      yield Buffer.from('x');
    };
    const known = await files.write(content());
    const lost = await files.write(content());
    const { caseId } = await openedCase();
    await database.sql(
      `insert into file (id, case_id, name, media_type, size, sha256, storage_key, scan, uploaded_at)
       values ($1, $2, 'a.pdf', 'application/pdf', 1, $3, $4, 'clean', $5)`,
      [randomUUID(), caseId, Buffer.from(known.sha256, 'hex'), known.key, OPENED_AT]
    );
    await eraseUnknownFiles(files, new Date());
    expect([...files.contents.keys()]).toEqual([known.key]);
    expect(files.contents.has(lost.key)).toBe(false);
  });
});

describe('a login that nobody carries on, and tries that were counted long ago', () => {
  it('are forgotten, and what still means something is kept', async () => {
    const order = (id: string, expires: string) =>
      database.sql(
        `insert into identity_order (id, browser_hash, provider, return_to, same_device, status, hint, attempts, started_at, asked_at, expires_at)
         values ($1, 'x', 'bankid', '/', false, 'new', '', 0, now(), now(), now() + $2::interval)`,
        [id, expires]
      );
    const running = randomUUID();
    await order(running, '5 minutes');
    await order(randomUUID(), '-5 minutes');
    await database.sql(`insert into rate_limit values ('old', now() - interval '2 days', 1), ('new', now(), 1)`);
    await keepHouse({ clock: { now: () => OPENED_AT }, files: memoryFileStore() });
    expect(await database.sql('select id from identity_order')).toEqual([{ id: running }]);
    expect(await database.sql('select key from rate_limit')).toEqual([{ key: 'new' }]);
  });
});
