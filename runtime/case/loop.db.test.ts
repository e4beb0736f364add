import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  application,
  applicant,
  caseworker,
  OPENED_AT,
  openedCase,
  publishExample,
  stranger
} from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { actOnCase } from './act-on-case.server.ts';
import { readStatus } from './read-status.server.ts';
import { openCase } from './open-case.server.ts';
import { caseAtDesk } from './read-case.server.ts';

const database = testDatabase();
const { sql } = database;
const later = new Date('2026-03-03T09:00:00Z');

beforeAll(() => publishExample(database));

describe('opening a case', () => {
  it('gives it a diarienummer, which the case itself knows', async () => {
    const { caseId, number } = await openedCase();
    expect(number).toMatch(/^KFN 2026\/\d+$/);
    const [row] = await sql("select number, data->'case'->>'number' as known from case_ where id = $1", [caseId]);
    expect(row).toEqual({ number, known: number });
  });

  it('files the application as an inkommen handling, registered at once, with the day it arrived', async () => {
    const { caseId } = await openedCase({ arrivedOn: '2026-02-27' });
    const rows = await sql(
      `select lopnummer, handlingstyp, origin, allman_ground, allman_since::text, arrived_on::text, registered_at, correspondent
       from handling where case_id = $1`,
      [caseId]
    );
    expect(rows).toEqual([
      {
        ...{
          lopnummer: 1,
          handlingstyp: 'ansokan',
          origin: 'inkommen',
          allman_ground: 'inkommen',
          correspondent: applicant.name
        },
        ...{ allman_since: '2026-02-27', arrived_on: '2026-02-27', registered_at: OPENED_AT }
      }
    ]);
  });

  it('keeps the answers, and nothing of what was hidden', async () => {
    const answers = { ...application().answers, eventDate: '2026-06-01', kind: 'drift' };
    const { caseId } = await openedCase({ answers });
    const [row] = await sql<{ answers: object }>('select answers from submission where case_id = $1', [caseId]);
    expect(row?.answers).not.toHaveProperty('eventDate');
  });

  it('makes the applicant a part, and lets the applicant reach it by a secret that is not stored', async () => {
    const { caseId, statusToken } = await openedCase();
    const [party] = await sql('select person_id, role, is_part, name from party where case_id = $1', [caseId]);
    expect(party).toEqual({ person_id: applicant.personId, role: 'applicant', is_part: true, name: applicant.name });
    const [link] = await sql<{ token_hash: Buffer }>('select token_hash from status_link where case_id = $1', [caseId]);
    expect(link?.token_hash.toString('utf8')).not.toContain(statusToken);
    expect(Buffer.from(statusToken ?? '', 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  });

  it('is refused with the faults of each answer', async () => {
    const outcome = await openCase(application({ answers: { kind: 'evenemang' } }), OPENED_AT);
    expect(outcome).toMatchObject({
      refused: 'form.answers_invalid',
      faults: expect.arrayContaining([expect.objectContaining({ pointer: '/name', code: 'required' })])
    });
  });
});

describe('one key sent twelve times at once', () => {
  it('opens one case, and tells every sender of it', async () => {
    const wish = application();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => openCase(wish, OPENED_AT)));
    expect(new Set(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.refused : outcome.number))).size).toBe(1);
    const rows = await sql("select from case_ where data->'application'->>'name' = 'IF Test' and id = $1", [
      outcomes.flatMap((outcome) => (isRefusal(outcome) ? [] : outcome.caseId))[0]
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is refused when what it says is another', async () => {
    const wish = application();
    await openCase(wish, OPENED_AT);
    const other = { ...wish, answers: { ...wish.answers, name: 'IF Annan' } };
    expect(await openCase(other, OPENED_AT)).toEqual({ refused: 'command.key_reused' });
  });

  it('gets the same refusal again', async () => {
    const { caseId } = await openedCase();
    const command = { key: randomUUID(), caseId, actor: stranger, event: 'klar' };
    const first = await actOnCase(command, later);
    expect(first).toEqual({ refused: 'access.denied' });
    expect(await actOnCase(command, later)).toEqual(first);
  });
});

describe('twelve events that all saw the same case', () => {
  it('have one winner, and the others are told where the case is', async () => {
    const { caseId, seq } = await openedCase();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        actOnCase({ key: randomUUID(), caseId, seq, actor: caseworker, event: 'klar' }, later)
      )
    );
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toEqual([{ seq: 2, states: ['besluta'] }]);
    expect(outcomes.filter(isRefusal)).toEqual(Array(11).fill({ refused: 'case.changed', params: { seq: 2 } }));
  });
});

describe('an event of a case that was read just before', () => {
  it('is decided on what the case has become, when another came between', async () => {
    const { caseId } = await openedCase();
    const at = await caseAtDesk(caseId, caseworker, later);
    if (isRefusal(at)) expect.unreachable(at.refused);
    await act(caseId, caseworker, 'klar', { at: later });
    const command = { key: randomUUID(), caseId, actor: caseworker, event: 'begar-komplettering' };
    expect(await actOnCase(command, later, at.read)).toMatchObject({ refused: 'flow.event_not_allowed' });
  });
});

describe('an event', () => {
  it('moves the case, its queue and its deadline', async () => {
    const { caseId } = await openedCase();
    await act(caseId, caseworker, 'begar-komplettering', { at: later });
    const [row] = await sql('select states, phase, waits_for, queue_roles, seq from case_ where id = $1', [caseId]);
    expect(row).toEqual({
      states: ['komplettering'],
      phase: 'utreda',
      waits_for: 'applicant',
      queue_roles: ['applicant'],
      seq: 2
    });
  });

  it('that ends the flow closes the case, and what is left becomes upprättat', async () => {
    const { caseId } = await openedCase();
    await act(caseId, applicant, 'aterkalla', { at: later });
    const [row] = await sql('select legal_state, status, closed_at from case_ where id = $1', [caseId]);
    expect(row).toEqual({ legal_state: 'avslutat', status: 'done', closed_at: later });
    expect(await act(caseId, applicant, 'aterkalla', { at: later })).toMatchObject({ refused: 'case.closed' });
  });
});

describe('the status link', () => {
  it('shows where the case stands and what is asked, and names nobody', async () => {
    const { caseId, number, statusToken } = await openedCase();
    await act(caseId, caseworker, 'begar-komplettering', { at: later });
    const status = await readStatus(statusToken ?? '');
    if (isRefusal(status)) expect.unreachable();
    expect(status).toMatchObject({ number, status: { state: 'komplettering', actionRequired: true } });
    const { definition: _, ...told } = status;
    expect(JSON.stringify(told)).not.toContain(applicant.name);
  });

  it('leads nowhere when it is unknown or revoked', async () => {
    const { caseId, statusToken } = await openedCase();
    expect(await readStatus('en-annan-nyckel-som-ingen-har')).toEqual({ refused: 'status_link.not_found' });
    await sql('update status_link set revoked_at = now() where case_id = $1', [caseId]);
    expect(await readStatus(statusToken ?? '')).toEqual({ refused: 'status_link.not_found' });
  });
});
