import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { audienceOf } from '#lib/server/access/routes.ts';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { startDraft } from '#runtime/case/drafts.server.ts';
import { publishedCaseType } from '#runtime/case/publish-case-type.server.ts';
import { NOBODY } from '#lib/server/desk/written-party.ts';
import { startDesign } from '#runtime/designs/designs.server.ts';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { addGroup } from '#runtime/organisation/groups.server.ts';
import { rememberPerson } from '#runtime/persistence/people.server.ts';
import { addStatusLink } from '#runtime/persistence/status-links.server.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { builtRoutes } from '../support/built-routes.ts';
import { everybody, type Somebody } from '../support/everybody.ts';
import { knock, type Door } from '../support/knock.ts';
import { sampled } from '../support/sample.ts';
import { openStage, type Stage } from '../support/stage.ts';
import {
  DESK,
  expectedAnswer,
  HOME,
  MINE,
  NEIGHBOUR,
  ORDINARY,
  OTHER,
  OWNER,
  SECRET,
  WRITER,
  type Own
} from './whom-it-lets-in.ts';

/** What addresses name, by the names of their parameters; a route may have its own. */
type Things = Readonly<Record<string, string>>;

const routes = builtRoutes();

/** Every page; the data of every page by itself, which passes over its layouts; every form action; every method of every endpoint. */
const doors: readonly Door[] = routes
  .flatMap(({ id: route, isPage, hasData, layouts, actions, methods }): Door[] => [
    ...(isPage ? [{ route, name: `${route} page`, by: 'page' } as const] : []),
    ...(hasData ? [{ route, name: `${route} data`, by: 'data', layouts } as const] : []),
    ...actions.map((action) => ({ route, name: `${route} ?/${action}`, by: 'action', action }) as const),
    ...methods.map((method) => ({ route, name: `${route} ${method}`, by: 'endpoint', method }) as const)
  ])
  // What takes something away comes last, so that it is there until then.
  .toSorted((one, other) => Number(takes(one)) - Number(takes(other)));

function takes({ name }: Door): boolean {
  return /(discard|remove|leave|DELETE|logga-ut.*)$/.test(name);
}

let stage: Stage;
let people: readonly Somebody[];
let ordinary: Things;
let secret: Things;

beforeAll(async () => {
  stage = await openStage();
  people = await everybody(stage, { citizens: [OWNER, OTHER], organs: [HOME, NEIGHBOUR] });
  const [open, hidden] = [
    await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: OWNER }, []),
    await stage.begin({ slug: 'lss-insats', scenario: 'aterkallas', by: OTHER }, [])
  ];
  const none = { file: randomUUID(), notice: randomUUID(), payment: 'avgift', event: 'aterkalla' };
  secret = { ...none, id: hidden.caseId };
  ordinary = { ...none, ...(await thingsOf(open.caseId)) };
});
afterAll(() => stage?.close());

function got<T extends object>(outcome: T | Refusal): T {
  return isRefusal(outcome) ? expect.unreachable(outcome.refused) : outcome;
}

/** What the addresses name beside the case: all of it the owner's, or the home organ's. */
async function thingsOf(caseId: string): Promise<Things> {
  const now = new Date();
  const slug = 'bygglov';
  const { caseType, versionId } = got(await publishedCaseType(slug));
  const begun = await startDesign(documentOfType(caseType), stage.colleague('administrator', HOME), now);
  if (isRefusal(begun) && begun.refused !== 'edit.key_taken') expect.unreachable(begun.refused);
  const idOf = (name: string) => people.find((one) => one.name === name)?.personId ?? '';
  const draft = { versionId, days: 30, language: 'sv' };
  const registration = { channel: 'letter', arrivedOn: stockholmDay(now), party: NOBODY } as const;
  const administrator = stage.colleague('administrator', 'kommunstyrelsen');
  const group = async () => got(await addGroup({ name: randomUUID(), claim: '' }, { actor: administrator, now })).id;
  const { rows } = await stage.sql.query<{ id: string }>('select id from file where case_id = $1', [caseId]);
  return {
    ...{ slug, id: caseId, organ: HOME, number: '1', way: 'oidc', order: randomUUID(), page: 'sokande' },
    file: rows[0]?.id ?? '',
    token: await addStatusLink(caseId, now),
    draft: await startDraft({ personId: stage.citizen(OWNER).personId }, draft, now),
    '/(handlaggning)/handlaggning/nytt/[draft] draft': await startDraft(
      { personId: idOf(WRITER) },
      { ...draft, registration },
      now
    ),
    '/(e-tjanst)/skriv-under/[token] token': 'x'.repeat(32),
    '/(e-tjanst)/skriv-under/[token]/fil/[file] token': 'x'.repeat(32),
    '/api/v1/drafts/[draft]/files draft': `${randomUUID()}.${'x'.repeat(32)}`,
    group: await group(),
    person: await somebodyElse(now),
    '/scim/v2/Groups/[id] id': await group(),
    '/scim/v2/Users/[id] id': await somebodyElse(now),
    '/scim/v2/ResourceTypes/[[id]] id': 'User',
    '/scim/v2/Schemas/[[id]] id': 'urn:ietf:params:scim:schemas:core:2.0:User'
  };
}

/** A colleague whom others do things with. */
const somebodyElse = (now: Date) =>
  rememberPerson(
    { issuer: 'attack', subject: randomUUID(), name: 'Någon', personnummer: null, assurance: 'none', memberships: [] },
    { audience: 'staff' },
    now
  );

/** What an outsider says would do something, if it were not asked who says it. */
const SAYS = {
  ...{ slug: 'bygglov', receivedOn: '2026-01-07', why: 'x', sure: 'on', seq: 0, entries: [], name: 'x' },
  ...{
    source: '= Rubrik',
    kind: 'letter',
    document: 'x',
    form: 'x',
    case: randomUUID(),
    sentOn: '2026-01-07',
    how: 'x'
  },
  fragment: {
    fragment: 1,
    from: { caseType: 'bygglov', form: 'application', element: 'x' },
    document: { forms: { application: {} } }
  }
};
/** Who is let in says too little for anything to come of it. */
const SAYS_LITTLE = { slug: SAYS.slug };

/** The address of a route that names these things. */
const pathOf = (route: string, things: Things) =>
  route
    .replaceAll(/\/\([^)]+\)/g, '')
    .replaceAll(/\[\[?(\w+)(?:=\w+)?\]?\]/g, (_, name: string) => things[`${route} ${name}`] ?? things[name] ?? name) ||
  '/';

interface Walk {
  readonly through: readonly Door[];
  readonly things: Things;
  readonly own: readonly Own[];
}

/** Asks at every door as everybody, or a part of them, each one door after another, and tells where the answer was another than it has to be. */
async function walked({ through, things, own }: Walk): Promise<readonly string[]> {
  // So many from one address are more than it takes.
  await stage.sql.query('delete from rate_limit');
  const visits = people.flatMap((who) => through.map((door) => ({ who, door })));
  const [first, others] = [visits.filter(isByNobody), visits.filter((visit) => !isByNobody(visit))];
  const byPerson = Map.groupBy([...first, ...sampled('routes', others, MOST)], ({ who }) => who);
  const wrong = await Promise.all(
    [...byPerson].map(async ([who, asked]) => {
      const told: string[] = [];
      let headers = await who.headers();
      for (const { door } of asked) {
        const expected = expectedAnswer(door, who, own);
        const says = expected === 'in' ? SAYS_LITTLE : SAYS;
        const answer = await knock(door, pathOf(door.route, things), { base: inject('address'), headers, says });
        if (answer !== expected) told.push(`${door.name}, ${who.name}: ${answer}, not ${expected}`);
        if (door.route.includes('logga-ut')) headers = await who.headers();
      }
      return told;
    })
  );
  return wrong.flat();
}

/** Nobody is asked for at every door each time; of the others so many. */
const MOST = 250;
const isByNobody = ({ who }: { readonly who: Somebody }) => who.kind === 'nobody';

describe('every route, form action and call', { timeout: 600_000 }, () => {
  it('has a line in the access table', () => {
    expect(routes.map(({ id }) => id).filter((id) => audienceOf(id) === undefined)).toEqual([]);
  });

  it('lets in whom it is for, and nobody else', async () => {
    expect(await walked({ through: doors, things: ordinary, own: ORDINARY })).toEqual([]);
  });

  it('lets nobody know of a case that is secret in itself', async () => {
    const through = doors.filter(({ route }) => [DESK, MINE, '/api/v1/cases/[id]'].some((at) => route.startsWith(at)));
    expect(await walked({ through, things: secret, own: SECRET })).toEqual([]);
  });
});
