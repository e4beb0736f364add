import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPENED_AT, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { memoryFileStore } from '../testing/memory-file-store.ts';
import { eraseUnknownFiles } from './housekeeping.server.ts';

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
