import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor } from '../access/model.ts';
import { publishedCaseType } from '../case/publish-case-type.server.ts';
import type { JsonObject } from '../definition/json.ts';
import { isRefusal } from '../errors/refusal.ts';
import { soundExample } from '../testing/case-types.ts';
import { startDesign } from './designs.server.ts';
import {
  approvePublication,
  changelog,
  publishDesign,
  publishDue,
  readVersion,
  unpublish,
  withdrawPublication
} from './publish-design.server.ts';

const { sql } = testDatabase();
const now = new Date('2026-11-22T09:00:00Z');
const later = new Date('2026-11-23T09:00:00Z');

const administrator = (name: string): Extract<Actor, { kind: 'person' }> => ({
  kind: 'person',
  personId: randomUUID(),
  name,
  memberships: [{ organ: 'kultur-fritidsnamnden', unit: null, role: 'administrator' }]
});
const anna = administrator('Anna Testberg');
const bo = administrator('Bo Testberg');

beforeAll(async () => {
  for (const { personId, name } of [anna, bo])
    await sql(`insert into person (id, issuer, subject, name, created_at) values ($1, 'test', $2, $2, $3)`, [
      personId,
      name,
      now
    ]);
});

/** A sound case type of its own slug as a design. */
async function designed(
  change: (settings: JsonObject) => JsonObject = (settings) => settings,
  parts: JsonObject = {}
): Promise<string> {
  const slug = `prov-${randomUUID().slice(0, 8)}`;
  const example: JsonObject = JSON.parse(JSON.stringify(soundExample()));
  const settings: JsonObject = JSON.parse(JSON.stringify(example.settings));
  const started = await startDesign({ ...example, ...parts, settings: change({ ...settings, slug }) }, anna, now);
  if (isRefusal(started)) throw new Error(started.refused);
  return slug;
}

const withTwo = (settings: JsonObject): JsonObject => {
  const eService: JsonObject = JSON.parse(JSON.stringify(settings.eService));
  return { ...settings, eService: { ...eService, twoPersons: true } };
};
const wish = { why: 'Nytt år', publishAt: null };

describe('publishing a design', () => {
  it('makes a version that new cases get, with who and why in the changelog', async () => {
    const slug = await designed();
    expect(await publishDesign(slug, wish, { actor: anna, now })).toMatchObject({
      published: { number: 1, isNew: true }
    });
    expect(await publishedCaseType(slug)).toMatchObject({ number: 1 });
    expect(await changelog(slug, anna)).toMatchObject({
      versions: [{ number: 1, by: 'Anna Testberg', why: 'Nytt år', isCurrent: true, cases: 0 }],
      open: []
    });
    expect(await readVersion(slug, 1, anna)).toContain(`"slug":"${slug}"`);
  });

  it('is stopped by errors, and by nothing else', async () => {
    const slug = await designed((settings) => ({ ...settings, handlingstyper: [] }));
    expect(await publishDesign(slug, wish, { actor: anna, now })).toHaveProperty('problems');
    expect(await publishedCaseType(slug)).toMatchObject({ refused: 'case_type.not_found' });
  });

  it('is stopped by a template whose text is not here, as in a case type from elsewhere', async () => {
    const slug = await designed((settings) => settings, { templates: { 'beslut.typ': 'a'.repeat(64) } });
    expect(await publishDesign(slug, wish, { actor: anna, now })).toEqual({
      refused: 'case_type.template_missing',
      params: { name: 'beslut.typ' }
    });
    expect(await publishedCaseType(slug)).toMatchObject({ refused: 'case_type.not_found' });
  });

  it('happens at its time, unless it is taken back', async () => {
    const [one, two] = [await designed(), await designed()];
    for (const slug of [one, two])
      expect(await publishDesign(slug, { why: 'Sedan', publishAt: later }, { actor: anna, now })).toEqual({
        waits: true
      });
    const log = await changelog(two, anna);
    await withdrawPublication(two, isRefusal(log) ? '' : (log.open[0]?.id ?? ''), { actor: anna, now });
    await publishDue(now);
    expect(await publishedCaseType(one)).toMatchObject({ refused: 'case_type.not_found' });
    await publishDue(later);
    expect(await publishedCaseType(one)).toMatchObject({ number: 1 });
    expect(await publishedCaseType(two)).toMatchObject({ refused: 'case_type.not_found' });
  });

  it('waits for another person where the case type says so; one’s own yes is none', async () => {
    const slug = await designed(withTwo);
    expect(await publishDesign(slug, wish, { actor: anna, now })).toEqual({ waits: true });
    const log = await changelog(slug, anna);
    const id = isRefusal(log) ? '' : (log.open[0]?.id ?? '');
    expect(await approvePublication(slug, id, { actor: anna, now })).toEqual({ refused: 'access.denied' });
    await publishDue(later);
    expect(await publishedCaseType(slug)).toMatchObject({ refused: 'case_type.not_found' });
    expect(await approvePublication(slug, id, { actor: bo, now })).toBeNull();
    expect(await changelog(slug, bo)).toMatchObject({ versions: [{ by: 'Anna Testberg', approvedBy: 'Bo Testberg' }] });
  });

  it('can be undone for new cases; the versions stay', async () => {
    const slug = await designed();
    await publishDesign(slug, wish, { actor: anna, now });
    await unpublish(slug, anna);
    expect(await publishedCaseType(slug)).toMatchObject({ refused: 'case_type.not_found' });
    expect(await changelog(slug, anna)).toMatchObject({ versions: [{ number: 1, isCurrent: false }] });
  });

  it('is for administrators of the organ', async () => {
    const slug = await designed();
    const stranger: Actor = { ...bo, memberships: [{ organ: 'annan', unit: null, role: 'administrator' }] };
    expect(await publishDesign(slug, wish, { actor: stranger, now })).toEqual({ refused: 'access.denied' });
    expect(await unpublish(slug, stranger)).toEqual({ refused: 'access.denied' });
    expect(await changelog(slug, stranger)).toEqual({ refused: 'access.denied' });
    expect(await readVersion(slug, 1, stranger)).toEqual({ refused: 'access.denied' });
  });
});
