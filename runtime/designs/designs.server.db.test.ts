import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor } from '../access/model.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { CaseTypeDocument, LogEntry, Patch } from '../edit/model.ts';
import { editOf } from '../edit/patch.ts';
import { isRefusal } from '../errors/refusal.ts';
import { discardDesign, listDesigns, readDesign, startDesign } from './designs.server.ts';
import { exchangeEdits, type EditsTaken } from './exchange-edits.server.ts';

const { sql } = testDatabase();
const now = new Date('2026-11-22T09:00:00Z');

const administrator = (organ = 'namnden'): Extract<Actor, { kind: 'person' }> => ({
  kind: 'person',
  personId: randomUUID(),
  name: 'Anna Testberg',
  memberships: [{ organ, unit: null, role: 'administrator' }]
});
const anna = administrator();
const bo = { ...administrator(), name: 'Bo Testberg' };

beforeAll(async () => {
  for (const { personId, name } of [anna, bo])
    await sql(`insert into person (id, issuer, subject, name, created_at) values ($1, 'test', $2, $2, $3)`, [
      personId,
      name,
      now
    ]);
});

const documentOf = (slug: string): JsonObject => ({
  settings: { slug, owner: { organ: 'namnden', kind: 'namnd', unit: 'enheten' } },
  forms: {
    application: {
      ui: {
        id: 'root',
        elements: [
          { id: 'one', elements: [{ id: 'a' }] },
          { id: 'two', elements: [] }
        ]
      }
    }
  },
  texts: { sv: { x: 'före' } },
  // A draft that is wrong is kept as it is.
  flow: 'inte ens ett flöde'
});

async function started(): Promise<{ slug: string; document: CaseTypeDocument }> {
  const slug = `prov-${randomUUID().slice(0, 8)}`;
  const outcome = await startDesign(documentOf(slug), anna, now);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return { slug, document: documentOf(slug) };
}

function entry(document: CaseTypeDocument, ...patches: Patch[]): Omit<LogEntry, 'by'> {
  const edit = editOf(document, 'x', patches);
  if (isRefusal(edit)) throw new Error(edit.refused);
  return { id: randomUUID(), gesture: randomUUID(), kind: 'do', edit };
}

async function give(slug: string, actor: Actor, seq: number, ...entries: Omit<LogEntry, 'by'>[]): Promise<EditsTaken> {
  const taken = await exchangeEdits(slug, { seq, entries, selection: '/texts' }, { actor, now });
  if (isRefusal(taken)) throw new Error(taken.refused);
  return taken;
}

const put = (at: string, value: Json): Patch => ({ op: 'put', at, value });

describe('a case type that is being changed', () => {
  it('is saved edit by edit, also when it is wrong, and read as it was left with what one may undo', async () => {
    const { slug, document } = await started();
    await give(slug, anna, 0, entry(document, put('/flow', 17)), entry(document, put('/texts/sv/y', 'ny')));
    const design = await readDesign(slug, anna);
    expect(design).toMatchObject({
      seq: 2,
      document: { flow: 17, texts: { sv: { x: 'före', y: 'ny' } } },
      me: anna.personId
    });
    if (!isRefusal(design)) expect(design.log).toHaveLength(2);
    expect(await readDesign(slug, bo)).toMatchObject({ seq: 2, log: [] });
  });

  it('takes an edit once, however often it is sent', async () => {
    const { slug, document } = await started();
    const edit = entry(document, put('/texts/sv/x', 'efter'));
    await give(slug, anna, 0, edit);
    expect((await give(slug, anna, 0, edit)).entries).toHaveLength(1);
  });

  it('has the edits of two at once, where they changed different things', async () => {
    const { slug, document } = await started();
    const moved = entry(document, {
      op: 'move',
      at: '/forms/application/ui/@a',
      into: '/forms/application/ui/@two/elements'
    });
    const named = entry(document, put('/forms/application/ui/@a/scope', '#'));
    await Promise.all([give(slug, anna, 0, moved), give(slug, bo, 0, named)]);
    const design = await readDesign(slug, anna);
    expect(JSON.stringify(design)).toContain('{"id":"two","elements":[{"id":"a","scope":"#"}]}');
    const news = await give(slug, anna, 1);
    expect(news.entries.map(({ by }) => by)).toHaveLength(1);
  });

  it('takes no edit over what somebody else has changed meanwhile', async () => {
    const { slug, document } = await started();
    const [annas, bos] = [entry(document, put('/texts/sv/x', 'Annas')), entry(document, put('/texts/sv/x', 'Bos'))];
    await Promise.all([give(slug, anna, 0, annas), give(slug, bo, 0, bos)]);
    const { entries } = await give(slug, bo, 0);
    expect(entries).toHaveLength(1);
  });

  it('is the same document after many edits, when it has been written anew', async () => {
    const { slug, document } = await started();
    const edits = Array.from({ length: 60 }, (_, index) => entry(document, put(`/texts/sv/t${index}`, `${index}`)));
    for (const [index, edit] of edits.entries()) await give(slug, anna, index, edit);
    const design = await readDesign(slug, bo);
    expect(design).toMatchObject({ seq: 60, document: { texts: { sv: { x: 'före', t0: '0', t59: '59' } } } });
  });

  it('shows who else has it open', async () => {
    const { slug } = await started();
    await give(slug, anna, 0);
    expect((await give(slug, bo, 0)).present).toEqual([{ by: anna.personId, name: 'Anna Testberg', at: '/texts' }]);
  });

  it('is there for administrators of its organ only', async () => {
    const { slug } = await started();
    const strangers: Actor[] = [
      administrator('annan'),
      { ...anna, memberships: [{ organ: 'namnden', unit: null, role: 'caseworker' }] },
      { kind: 'system' }
    ];
    for (const actor of strangers) {
      expect(await readDesign(slug, actor)).toEqual({ refused: 'access.denied' });
      expect(await exchangeEdits(slug, { seq: 0, entries: [], selection: null }, { actor, now })).toEqual({
        refused: 'access.denied'
      });
      expect(await discardDesign(slug, actor)).toEqual({ refused: 'access.denied' });
      expect((await listDesigns(actor)).map((design) => design.slug)).not.toContain(slug);
    }
  });

  it('is one for each slug, and can be thrown away', async () => {
    const { slug, document } = await started();
    expect(await startDesign(document, bo, now)).toEqual({ refused: 'edit.key_taken', params: { key: slug } });
    await discardDesign(slug, bo);
    expect(await readDesign(slug, anna)).toEqual({ refused: 'case_type.not_found', params: { slug } });
  });
});
