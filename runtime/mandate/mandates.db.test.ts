import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  act,
  applicant,
  application,
  caseworker,
  openedCase,
  publishExample,
  stranger
} from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor, Principal } from '../access/model.ts';
import { eventDraft, listDrafts, readDraft, startDraft } from '../case/drafts.server.ts';
import { openCase } from '../case/open-case.server.ts';
import { askedOf, listPartyCases } from '../case/party-cases.server.ts';
import { readPartyCase } from '../case/party-case.server.ts';
import { readCase } from '../case/read-case.server.ts';
import { DEMO_ORGANISATIONS } from '../demo/mandates.ts';
import { CITIZENS } from '../demo/people.ts';
import { isRefusal } from '../errors/refusal.ts';
import { readSession, startSession, type Login } from '../identity/sessions.server.ts';
import { stockholmDay } from '../time/day.ts';
import { beginActing, endActing } from './act-for.server.ts';
import type { WrittenMandate } from './fullmakt.ts';
import { actsFor, representationOf } from './mandates.server.ts';
import { fullmaktAct, readFullmakt, revokeFullmakt, signFullmakt, writeFullmakt } from './give-fullmakt.server.ts';
import { endRegistered, listRegistered, registerMandate } from './register-mandate.server.ts';

const database = testDatabase();
const now = new Date();
const today = stockholmDay(now);
const numberOf = (key: string) =>
  CITIZENS.find((citizen) => citizen.key === key)?.personalNumber ?? expect.unreachable(key);
const ANNA = numberOf('karin');
const OMBUD = numberOf('johan');
const SIGNATORY = numberOf('mikael');
const { organisationsnummer, name: COMPANY } = DEMO_ORGANISATIONS.builder;
const company = { kind: 'organisation', organisationsnummer } as const;
const registrar: typeof caseworker = {
  ...caseworker,
  memberships: [{ organ: 'kultur-fritidsnamnden', unit: null, role: 'registrar' }]
};

beforeAll(async () => {
  await publishExample(database);
  await database.sql('update person set personnummer = $2 where id = $1', [applicant.personId, ANNA]);
  await database.sql('update person set personnummer = $2 where id = $1', [stranger.personId, OMBUD]);
  for (const [key, name] of [
    ['mikael', 'Mikael'],
    ['daniel', 'Daniel']
  ] as const)
    await database.sql(
      `insert into person (id, issuer, subject, name, personnummer, created_at) values (gen_random_uuid(), 'test', $1, $1, $2, now())`,
      [name, numberOf(key)]
    );
});

// Each begins where nobody acts by what another one gave.
beforeEach(() => database.sql('update fullmakt set revoked_at = now() where revoked_at is null'));

async function logIn(personnummer: string): Promise<Login> {
  const [row] = await database.sql<{ id: string }>('select id from person where personnummer = $1', [personnummer]);
  const id = await startSession(row?.id ?? expect.unreachable(personnummer), 'loa3');
  return again({ id });
}

/** The login as the next request finds it. */
const again = async ({ id }: Pick<Login, 'id'>): Promise<Login> =>
  (await readSession(id)) ?? expect.unreachable('no session');

async function actingAs(personnummer: string, principal: Parameters<typeof beginActing>[1]): Promise<Login> {
  const login = await logIn(personnummer);
  expect(await beginActing(login, principal, now)).toBeNull();
  return again(login);
}

const WHOLE = { ombudName: 'Dan Främling', ombudPersonnummer: OMBUD, caseTypes: null, fromDay: today, toDay: null };

async function give(login: Login, changes: Partial<Pick<WrittenMandate, 'caseTypes' | 'fromDay'>> = {}) {
  const made = await writeFullmakt(login, { ...WHOLE, ...changes }, now);
  if (isRefusal(made)) return expect.unreachable(JSON.stringify(made));
  const written = await readFullmakt(made.id, login, now);
  if (isRefusal(written)) return expect.unreachable(JSON.stringify(written));
  const { sha256 } = fullmaktAct(written);
  const proof = { method: 'bankid', personId: login.actor.personId, signedAt: now, sha256, evidence: { signed: true } };
  expect(await signFullmakt(made.id, { login, signature: proof }, now)).toBeNull();
  return made.id;
}

const anna = { kind: 'person', personId: applicant.personId } as const;
const ofNobody = { refused: 'access.denied' };
const mine = async (actor: Extract<Actor, { kind: 'person' }>, ended = false) =>
  (await listPartyCases({ actor, ended, limit: 50, language: 'sv' })).cases.map(({ id }) => id);

describe('a fullmakt that is given here', () => {
  it('is nothing before it is signed, and everything that it says from then on', async () => {
    const giver = await logIn(ANNA);
    const made = await writeFullmakt(giver, WHOLE, now);
    if (isRefusal(made)) expect.unreachable(made.refused);
    const ombud = await logIn(OMBUD);
    expect(await beginActing(ombud, anna, now)).toEqual({ refused: 'mandate.none' });
    expect(await readFullmakt(made.id, ombud, now)).toEqual({ refused: 'fullmakt.not_found' });

    const id = await give(giver);
    const { caseId } = await openedCase();
    const acting = await actingAs(OMBUD, anna);
    expect(acting.actor.actsFor?.principal.name).toBe(applicant.name);
    expect(await readPartyCase(caseId, acting.actor)).toHaveProperty('found.id', caseId);
    expect(await readPartyCase(caseId, ombud.actor)).toEqual(ofNobody);

    expect(await revokeFullmakt(id, giver, now)).toBeNull();
    const after = await again(acting);
    expect(after.actor.actsFor).toBeUndefined();
    expect(after.lost).toEqual(anna);
    expect(await readPartyCase(caseId, after.actor)).toEqual(ofNobody);
    expect(await beginActing(await logIn(OMBUD), anna, now)).toEqual({ refused: 'mandate.none' });
    const acts = await database.sql<{ act: string }>(
      'select act from mandate_log where fullmakt_id = $1 or principal_person_id = $2 order by seq',
      [id, applicant.personId]
    );
    expect(acts.map(({ act: one }) => one)).toEqual(['given', 'began', 'revoked']);
  });

  it('makes what the ombud files the principal’s, and says in the timeline who did it for whom', async () => {
    const giver = await logIn(ANNA);
    const id = await give(giver);
    const acting = await actingAs(OMBUD, anna);
    const opened = await openCase(application({ actor: acting.actor }), now);
    if (isRefusal(opened)) expect.unreachable(opened.refused);
    expect(await mine(giver.actor)).toContain(opened.caseId);
    const found = await readCase(opened.caseId, caseworker);
    if (isRefusal(found)) expect.unreachable(found.refused);
    const [party] = found.parties;
    expect(party).toMatchObject({ role: 'applicant', personId: applicant.personId, name: applicant.name });
    expect(found.timeline[0]).toMatchObject({
      actor: { name: stranger.name },
      entry: { details: { actsFor: { party: party?.id, ground: 'fullmakt', mandate: id } } }
    });
    const sent = 'select party_id, submitted_by_id from submission where case_id = $1';
    expect(await database.sql(sent, [opened.caseId])).toEqual([
      { party_id: party?.id, submitted_by_id: stranger.personId }
    ]);
    await act(opened.caseId, caseworker, 'begar-komplettering', {
      answers: { missing: 'Budget' },
      at: now
    });
    await revokeFullmakt(id, giver, now);
    expect(await readPartyCase(opened.caseId, (await again(acting)).actor)).toEqual(ofNobody);
  });

  it('holds in its case types and on its days alone', async () => {
    const giver = await logIn(ANNA);
    const { caseId } = await openedCase();
    const other = await give(giver, { caseTypes: ['bygglov'] });
    const acting = await actingAs(OMBUD, anna);
    expect(await readPartyCase(caseId, acting.actor)).toEqual(ofNobody);
    expect(await mine(acting.actor)).toEqual([]);
    expect(await openCase(application({ actor: acting.actor }), now)).toEqual({ refused: 'mandate.not_for_this' });
    await revokeFullmakt(other, giver, now);
    const later = await give(giver, { fromDay: '2999-01-01' });
    expect(await beginActing(await logIn(OMBUD), anna, now)).toEqual({ refused: 'mandate.none' });
    await revokeFullmakt(later, giver, now);
  });

  it('gives the ombud nothing of what the person writes alone, and the person what the ombud writes for them', async () => {
    const giver = await logIn(ANNA);
    const id = await give(giver);
    const [version] = await database.sql<{ id: string }>('select id from case_type_version limit 1');
    const facts = { versionId: version?.id ?? '', days: 9, language: 'sv' };
    const alone = await startDraft({ personId: applicant.personId }, facts, now);
    const asOmbud = { personId: applicant.personId, begunById: stranger.personId };
    const begun = await startDraft(asOmbud, facts, now);
    expect((await listDrafts(asOmbud, now)).map((draft) => draft.id)).toEqual([begun]);
    expect(await readDraft(alone, asOmbud, now)).toEqual({ refused: 'draft.not_found' });
    expect(await readDraft(begun, { personId: applicant.personId }, now)).toHaveProperty('id', begun);
    expect(await readDraft(begun, { personId: stranger.personId }, now)).toEqual({ refused: 'draft.not_found' });
    const { caseId } = await openedCase();
    const event = { caseId, event: 'x', versionId: facts.versionId, language: 'sv' };
    const [first, second] = [
      await eventDraft({ personId: applicant.personId }, event, now),
      await eventDraft(asOmbud, event, now)
    ];
    expect(first.id).not.toBe(second.id);
    await revokeFullmakt(id, giver, now);
  });

  it('is not given by an ombud, a minor, one with protected identity, or to oneself', async () => {
    const giver = await logIn(ANNA);
    const id = await give(giver);
    const acting = await actingAs(OMBUD, anna);
    expect(await writeFullmakt(acting, { ...WHOLE, ombudPersonnummer: SIGNATORY }, now)).toEqual({
      refused: 'fullmakt.not_allowed'
    });
    expect(await readFullmakt(id, acting, now)).toEqual({ refused: 'fullmakt.not_found' });
    expect(await revokeFullmakt(id, await logIn(SIGNATORY), now)).toEqual({ refused: 'fullmakt.not_found' });
    const shielded = { ...giver, actor: { ...giver.actor, protected: true } };
    expect(await writeFullmakt(shielded, WHOLE, now)).toEqual({ refused: 'fullmakt.not_allowed' });
    const minor = { ...giver, personnummer: '201401012396' };
    expect(await writeFullmakt(minor, WHOLE, now)).toEqual({ refused: 'fullmakt.not_allowed' });
    expect(await writeFullmakt(giver, { ...WHOLE, ombudPersonnummer: ANNA, caseTypes: [] }, now)).toEqual({
      refused: 'fullmakt.incomplete',
      params: { fields: ['ombudPersonnummer', 'caseTypes'] }
    });
    // The ombud may lay it down.
    await endActing(acting, 'ended', now);
    expect(await revokeFullmakt(id, await again(acting), now)).toBeNull();
  });

  it('ends when its principal gets protected identity', async () => {
    const giver = await logIn(ANNA);
    const id = await give(giver);
    const acting = await actingAs(OMBUD, anna);
    await database.sql('update person set protected = true where id = $1', [applicant.personId]);
    const after = await again(acting);
    await database.sql('update person set protected = false where id = $1', [applicant.personId]);
    expect(after.actor.actsFor).toBeUndefined();
    expect(after.lost).toEqual(anna);
    await revokeFullmakt(id, giver, now);
  });
});

describe('somebody who acts for a company', () => {
  it('files for it as who signs for it, is nobody in their own cases, and shares its cases with others who sign', async () => {
    const own = await logIn(SIGNATORY);
    const private_ = await openCase(application({ actor: own.actor }), now);
    const acting = await actingAs(SIGNATORY, company);
    const opened = await openCase(application({ actor: acting.actor }), now);
    if (isRefusal(opened) || isRefusal(private_)) expect.unreachable('not opened');
    expect(await readPartyCase(private_.caseId, acting.actor)).toEqual(ofNobody);
    expect(await readPartyCase(opened.caseId, own.actor)).toEqual(ofNobody);
    expect(await mine(acting.actor)).toEqual([opened.caseId]);
    expect(await mine(own.actor)).not.toContain(opened.caseId);
    expect(await readCase(opened.caseId, caseworker)).toMatchObject({
      parties: [{ role: 'applicant', name: COMPANY, organisationsnummer, personId: null }],
      timeline: [{ entry: { details: { actsFor: { ground: 'signatory', mandate: null } } } }]
    });
    await act(opened.caseId, caseworker, 'begar-komplettering', { answers: { missing: 'Budget' }, at: now });
    const asked = await askedOf({ actor: acting.actor, personnummer: SIGNATORY, language: 'sv' }, now);
    expect(asked.filter(({ caseId }) => caseId !== opened.caseId)).toEqual([]);
  });

  it('reads nothing that somebody merely wrote its number in', async () => {
    const who = { kind: 'organisation', name: 'Någon annan', organisationsnummer } as const;
    const { caseId } = await openedCase({ applicant: who });
    const acting = await actingAs(SIGNATORY, company);
    expect(await readPartyCase(caseId, acting.actor)).toEqual(ofNobody);
    expect(await mine(acting.actor)).not.toContain(caseId);
  });

  it('may not act alone where they sign only with others, nor for one that is not theirs', async () => {
    const club = { kind: 'organisation', organisationsnummer: DEMO_ORGANISATIONS.club.organisationsnummer } as const;
    const who = { personId: stranger.personId, personnummer: numberOf('amina') };
    expect(await actsFor(who, club, now)).toBeUndefined();
    const { represented } = await representationOf(who, now);
    const listed = represented.map(({ principal, mandates }): [Principal['name'], number] => [
      principal.name,
      mandates.length
    ]);
    expect(listed).toContainEqual([DEMO_ORGANISATIONS.club.name, 0]);
    expect(await beginActing(await logIn(OMBUD), company, now)).toEqual({ refused: 'mandate.none' });
    const nobody = { kind: 'person', personId: 'nobody' } as const;
    expect(await beginActing(await logIn(OMBUD), nobody, now)).toEqual({ refused: 'mandate.none' });
    const weak: Login = { ...(await logIn(SIGNATORY)), strength: 'loa2' };
    expect(await beginActing(weak, company, now)).toEqual({ refused: 'mandate.login_too_weak' });
  });
});

describe('what staff register', () => {
  const paper: WrittenMandate = {
    ...{ ...WHOLE, ground: 'guardian', principalName: applicant.name, basis: 'Registerutdrag 2026-01-02' },
    principal: { kind: 'person', personnummer: ANNA }
  };

  it('holds before their own organ and no other, until they end it', async () => {
    const made = await registerMandate({ actor: registrar, organ: 'kultur-fritidsnamnden', written: paper }, now);
    if (isRefusal(made)) expect.unreachable(made.refused);
    const { caseId } = await openedCase();
    const acting = await actingAs(OMBUD, anna);
    expect(await readPartyCase(caseId, acting.actor)).toHaveProperty('found.id', caseId);
    const elsewhere = {
      ...registrar,
      memberships: [{ organ: 'socialnamnden', unit: null, role: 'registrar' as const }]
    };
    expect(await listRegistered(elsewhere)).toEqual({ registered: [], next: null });
    expect(await endRegistered(made.id, elsewhere, now)).toEqual({ refused: 'fullmakt.not_found' });
    expect(await endRegistered(made.id, registrar, now)).toBeNull();
    expect((await again(acting)).lost).toEqual(anna);
  });

  it('ends by a beslut alone where it comes of one, and not by those whom it concerns', async () => {
    const made = await registerMandate({ actor: registrar, organ: 'kultur-fritidsnamnden', written: paper }, now);
    if (isRefusal(made)) expect.unreachable(made.refused);
    for (const who of [ANNA, OMBUD])
      expect(await revokeFullmakt(made.id, await logIn(who), now)).toEqual({ refused: 'access.denied' });
    expect(await actingAs(OMBUD, anna)).not.toHaveProperty('lost');
    const other = { ...paper, ground: 'fullmakt', ombudPersonnummer: SIGNATORY } as const;
    const given = await registerMandate({ actor: registrar, organ: 'kultur-fritidsnamnden', written: other }, now);
    if (isRefusal(given)) expect.unreachable(given.refused);
    expect(await revokeFullmakt(given.id, await logIn(ANNA), now)).toBeNull();
  });

  it('is all found, by pages and by name', async () => {
    const made = await registerMandate({ actor: registrar, organ: 'kultur-fritidsnamnden', written: paper }, now);
    if (isRefusal(made)) expect.unreachable(made.refused);
    await database.sql(
      `insert into fullmakt select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'ombud_name', 'Ombud ' || n))).*
       from fullmakt f, generate_series(1, 60) n where f.id = $1`,
      [made.id]
    );
    const all: string[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const { registered, next } = await listRegistered(registrar, { after });
      all.push(...registered.map(({ id }) => id));
      after = next ?? undefined;
    }
    expect(all.length).toBeGreaterThan(60);
    expect(new Set(all).size).toBe(all.length);
    const { registered } = await listRegistered(registrar, { search: 'ombud 60' });
    expect(registered.map(({ ombudName }) => ombudName)).toEqual(['Ombud 60']);
  });

  it('is refused to who does not work there, and of one with protected identity', async () => {
    const organ = 'kultur-fritidsnamnden';
    const wish = { actor: stranger, organ, written: paper };
    expect(await registerMandate(wish, now)).toEqual({ refused: 'access.denied' });
    await database.sql('update person set protected = true where id = $1', [applicant.personId]);
    const outcome = await registerMandate({ ...wish, actor: registrar }, now);
    await database.sql('update person set protected = false where id = $1', [applicant.personId]);
    expect(outcome).toEqual({ refused: 'fullmakt.not_allowed' });
  });
});
