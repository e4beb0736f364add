import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor } from '../access/model.ts';
import { startDesign } from './designs.server.ts';
import { libraryParts, savePart } from './library.server.ts';

const { sql } = testDatabase();
const now = new Date('2026-11-22T09:00:00Z');

const administrator = (name: string, organ: string): Extract<Actor, { kind: 'person' }> => ({
  kind: 'person',
  personId: randomUUID(),
  name,
  memberships: [{ organ, unit: null, role: 'administrator' }]
});
const anna = administrator('Anna Testberg', 'namnden');
const bo = administrator('Bo Testberg', 'namnden');
const eva = administrator('Eva Testberg', 'annan');

const designOf = async (actor: typeof anna) => {
  const slug = `prov-${randomUUID().slice(0, 8)}`;
  const owner = { organ: actor.memberships[0]?.organ ?? '', kind: 'namnd', unit: 'enheten' };
  await startDesign({ settings: { slug, owner } }, actor, now);
  return slug;
};

let [annas, evas] = ['', ''];
beforeAll(async () => {
  for (const { personId, name } of [anna, bo, eva])
    await sql(`insert into person (id, issuer, subject, name, created_at) values ($1, 'test', $2, $2, $3)`, [
      personId,
      name,
      now
    ]);
  [annas, evas] = [await designOf(anna), await designOf(eva)];
});

const given = { key: 'lokal', name: 'Lokal', fragment: '{"fragment":1}', isNew: true };
const changed = { ...given, fragment: '{"fragment":2}', isNew: false };

describe('a part that an organ keeps', () => {
  it('gets a version for each change, with who made it, and none for the same again', async () => {
    expect(await savePart(annas, given, { actor: anna, now })).toMatchObject({ version: 1, by: 'Anna Testberg' });
    expect(await savePart(annas, changed, { actor: bo, now })).toMatchObject({ version: 2, by: 'Bo Testberg' });
    expect(await savePart(annas, changed, { actor: anna, now })).toMatchObject({ version: 2, by: 'Bo Testberg' });
    expect(await libraryParts(annas, anna)).toEqual([
      {
        organ: 'namnden',
        ...{ key: 'lokal', name: 'Lokal' },
        version: 2,
        fragment: changed.fragment,
        by: bo.name,
        at: now
      }
    ]);
    const kept = await sql('select version, saved_by_id from library_part order by version', []);
    expect(kept).toMatchObject([{ saved_by_id: anna.personId }, { saved_by_id: bo.personId }]);
  });

  it('is one of each key, and a new version is of one that is there', async () => {
    const key = `del-${randomUUID().slice(0, 8)}`;
    const version = await savePart(annas, { ...changed, key }, { actor: anna, now });
    expect(version).toEqual({ refused: 'edit.nowhere', params: { path: key } });
    await savePart(annas, { ...given, key }, { actor: anna, now });
    expect(await savePart(annas, { ...given, key }, { actor: bo, now })).toMatchObject({ refused: 'edit.key_taken' });
    const large = { ...changed, key, fragment: 'x'.repeat(300_000) };
    expect(await savePart(annas, large, { actor: bo, now })).toMatchObject({ refused: 'form.too_large' });
  });

  it('is the organ’s: no other sees it, and only its administrators save', async () => {
    expect(await libraryParts(evas, eva)).toEqual([]);
    const caseworker: Actor = { ...anna, memberships: [{ organ: 'namnden', unit: null, role: 'caseworker' }] };
    for (const actor of [eva, caseworker]) {
      expect(await libraryParts(annas, actor)).toEqual({ refused: 'access.denied' });
      expect(await savePart(annas, given, { actor, now })).toEqual({ refused: 'access.denied' });
    }
  });
});
