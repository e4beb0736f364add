import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../tests/support/test-database.ts';

const database = testDatabase();
beforeAll(() => database.sql("insert into organ (key, kind, name) values ('namnden', 'namnd', 'Nämnden')"));

function enter(items: readonly object[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'delegations-')), 'items.json');
  writeFileSync(file, JSON.stringify(items));
  return execFileSync(process.execPath, ['scripts/delegations.ts', file], { encoding: 'utf8', stdio: 'pipe' });
}

const ITEM = { organ: 'namnden', item: 'N-1', title: 'Lov', roles: ['manager'], basis: '§ 7', from: '2026-02-01' };

describe('a delegationsordning that is entered', () => {
  it('gives the roles their items, once', { timeout: 60_000 }, async () => {
    expect(enter([ITEM])).toContain('1 items are entered.');
    enter([ITEM]);
    expect(await database.sql('select organ_key, item, role, basis from delegation')).toEqual([
      { organ_key: 'namnden', item: 'N-1', role: 'manager', basis: '§ 7' }
    ]);
  });

  it('is refused whole when an item is not sound', () => {
    expect(() => enter([{ ...ITEM, roles: ['kung'] }])).toThrow(/role is unknown/);
  });
});
