import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { schemaDifference } from './migrate.server.ts';
import { pool } from './orm.server.ts';

const database = testDatabase();

describe('the migrated schema', () => {
  it('agrees with the entities', async () => {
    expect(await schemaDifference(database.url)).toBe('');
  });

  it.each([
    'update timeline set actor = null',
    'delete from timeline',
    'update registration set number = 0',
    'delete from registration',
    'update case_type_version set parts = null'
  ])('lets the web process never run «%s»', async (statement) => {
    await expect((await pool()).query(statement)).rejects.toThrow(/permission denied/);
  });
});
