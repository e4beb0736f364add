import { beforeAll, describe, expect, it } from 'vitest';
import { act, caseworker, manager, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor } from '../access/model.ts';
import { publishedCaseType } from '../case/publish-case-type.server.ts';
import { typstMaker } from '../effects/documents/typst-maker.server.ts';
import { isRefusal } from '../errors/refusal.ts';
import { MUNICIPALITY } from '../testing/example-dossier.ts';
import { startDesign } from './designs.server.ts';
import { templateCases } from './template-cases.server.ts';
import { tryDesignTemplate } from './templates.server.ts';

const database = testDatabase();
const now = new Date('2026-03-05T09:00:00Z');
const SOURCE = '#import "frame.typ": *\n#show: frame\n#data.answers.application.name.text\n';
const ports = { documents: typstMaker(), municipality: MUNICIPALITY };

type Person = Extract<Actor, { kind: 'person' }>;
/** Somebody who administers case types, and works with cases too or not. */
const alsoAdministrator = (person: Person): Person => {
  const [{ organ = '' } = {}] = person.memberships;
  return { ...person, memberships: [...person.memberships, { organ, unit: null, role: 'administrator' }] };
};
const worker = alsoAdministrator(caseworker);
const onlyAdministrator: Person = { ...worker, memberships: worker.memberships.slice(-1) };

let slug = '';
let caseId = '';
let hidden = '';
beforeAll(async () => {
  await publishExample(database);
  const opened = await openedCase();
  caseId = opened.caseId;
  const kept = await openedCase({
    actor: caseworker,
    channel: 'letter',
    applicant: { name: 'Gömd Person', email: 'g@example.se', protected: true }
  });
  hidden = kept.caseId;
  const [row] = await database.sql('select slug from case_ where id = $1', [caseId]);
  slug = String(row?.slug);
  const published = await publishedCaseType(slug);
  if (isRefusal(published)) return expect.unreachable(published.refused);
  await startDesign(JSON.parse(JSON.stringify(published.caseType)), worker, now);
});

const offered = async (actor: Actor) => {
  const cases = await templateCases(slug, { actor, language: 'sv' });
  return isRefusal(cases) ? cases : cases.map(({ id }) => id);
};
const tried = (actor: Actor, wish: { caseId: string; kind?: 'receipt' | 'beslut' | 'letter' }) =>
  tryDesignTemplate(
    slug,
    { source: SOURCE, kind: 'receipt', document: 'x', form: 'application', language: 'sv', seed: 1, ...wish },
    { actor, ports, now }
  );

describe('a case that a template is tried for', () => {
  it('is one that its reader may read anyway, and never one of somebody with protected identity', async () => {
    expect(await offered(worker)).toContain(caseId);
    expect(await offered(worker)).not.toContain(hidden);
    expect(await offered(onlyAdministrator)).toEqual([]);
    expect(await offered(caseworker)).toEqual({ refused: 'access.denied' });
  });

  it('makes the document with what its applicant answered', { timeout: 60_000 }, async () => {
    expect(await tried(worker, { caseId })).toHaveProperty('pdf');
  });

  it('is refused by its id too, whoever asks', async () => {
    expect(await tried(worker, { caseId: hidden })).toEqual({ refused: 'case.not_found' });
    expect(await tried(onlyAdministrator, { caseId })).toEqual({ refused: 'case.not_found' });
    expect(await tried(worker, { caseId: 'nothing' })).toEqual({ refused: 'case.not_found' });
  });

  it('must have come so far', { timeout: 60_000 }, async () => {
    expect(await tried(worker, { caseId, kind: 'beslut' })).toEqual({ refused: 'case.not_so_far' });
    await act(caseId, caseworker, 'klar', { at: now });
    const answers = { outcome: 'avslag', reasons: 'Föreningen har fått bidrag i år.' };
    await act(caseId, manager, 'beslut', { at: now, answers });
    expect(await tried(worker, { caseId, kind: 'beslut' })).toHaveProperty('pdf');
    expect(await tried(worker, { caseId, kind: 'letter' })).toHaveProperty('pdf');
  });
});
