import { describe, expect, inject, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isMigrated } from './is-migrated.server.ts';

const database = testDatabase();

describe('a database', () => {
  it('that has been migrated is known to be', async () => {
    expect(await isMigrated(database.url)).toBe(true);
  });

  it('that is new, or lacks the last migration, is known not to be', async () => {
    expect(await isMigrated(inject('databaseServer'))).toBe(false);
    await database.sql('delete from mikro_orm_migrations where id = (select max(id) from mikro_orm_migrations)');
    expect(await isMigrated(database.url)).toBe(false);
  });

  it('that lacks the last migration of the job queue is known not to be', async () => {
    await database.sql(
      'delete from graphile_worker.migrations where id = (select max(id) from graphile_worker.migrations)'
    );
    expect(await isMigrated(database.url)).toBe(false);
  });
});
