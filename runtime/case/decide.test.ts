import { describe, expect, it } from 'vitest';
import type { Actor, CaseRecord } from '../access/model.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Appeal, BeslutMeta } from '../definition/types.ts';
import { parseDocument } from '../definition/parse.ts';
import { isRefusal } from '../errors/refusal.ts';
import { compile } from '../flow/compile.ts';
import { workedExample } from '../testing/case-types.ts';
import { patched } from '../testing/patch.ts';
import { beslutOf } from './beslut.ts';
import { decide } from './decide.ts';
import { decideFacts, decideResult, decideTimer } from './decide-news.ts';
import { decideOpen } from './decide-open.ts';
import { legalStateAfter } from './legal-state.ts';
import { rulesOf } from './rules.server.ts';

const rules = rulesOf(compile(workedExample()));
const now = new Date('2026-03-02T09:00:00+01:00');
const application = { name: 'IF Test', kind: 'drift', budget: [{ post: 'mat', amount: 120_000 }] };
const anna: Actor = { kind: 'person', personId: 'anna', name: 'Anna', memberships: [] };
const staff = (role: 'caseworker' | 'manager'): Actor => ({
  ...{ kind: 'person', personId: role, name: role },
  memberships: [{ organ: 'kultur-fritidsnamnden', unit: null, role }]
});

function opened(answers: JsonObject = application, actor: Actor = anna) {
  return decideOpen(rules, { caseId: 'c1', actor, answers, facts: { channel: 'e-service' } }, now);
}

const nobody = { item: 'KFN-3.2', title: 'Bidrag', unit: null, role: null, personId: null, automated: false };
const delegations: CaseRecord['delegations'] = [{ ...nobody, role: 'manager' }];

function caseAt(...events: string[]): CaseRecord {
  const first = opened();
  if (isRefusal(first)) throw new Error(first.refused);
  const place = {
    id: 'c1',
    slug: 'foreningsbidrag',
    organ: 'kultur-fritidsnamnden',
    unit: 'foreningsstod',
    assigneeId: null
  } as const;
  const parties = [{ partyId: 'p1', personId: 'anna', role: 'applicant', isPart: true }] as const;
  let record: CaseRecord = { ...place, parties, delegations, seq: 1, legalState: 'oppet', state: first.state };
  for (const event of events) {
    const decision = send(record, event, staff('caseworker'));
    if (isRefusal(decision)) throw new Error(decision.refused);
    record = { ...record, seq: record.seq + 1, state: decision.state };
  }
  return record;
}

const send = (record: CaseRecord, event: string, actor: Actor, more: { answers?: JsonObject; seq?: number } = {}) =>
  decide(rules, record, { key: 'k', caseId: 'c1', actor, event, ...more }, now);

describe('a case that is opened', () => {
  it('keeps the projected answers, what is known, and where it went', () => {
    expect(opened({ ...application, eventDate: '2026-06-01' })).toMatchObject({
      state: {
        value: 'granska',
        data: { case: { openedOn: '2026-03-02', arrivedOn: '2026-03-02', channel: 'e-service' } }
      },
      submission: { form: 'application', answers: { ...application, total: 120_000 } },
      entry: { kind: 'opened', event: 'open', role: 'applicant', from: [], to: ['granska'] },
      beslut: null
    });
  });

  it('is none when the answers are wrong, or the sender may not open it', () => {
    expect(opened({ ...application, name: '' })).toMatchObject({
      refused: 'form.answers_invalid',
      faults: [expect.objectContaining({ pointer: '/name' })]
    });
    expect(opened(application, { kind: 'anonymous' })).toEqual({ refused: 'access.denied' });
  });

  it('is opened although an answer ends the application online, when it came by letter (TF 2:9)', () => {
    const stop = { type: 'Label', id: 'stop', options: { kind: 'stop' } };
    const place = '/forms/application/ui/elements/0/elements/-';
    const stopping = parseDocument(patched(workedExample(), [{ op: 'add', path: place, value: stop }])).caseType;
    if (!stopping) throw new Error('It does not parse.');
    const come = (actor: Actor, channel: string) =>
      decideOpen(
        rulesOf(compile(stopping)),
        { caseId: 'c1', actor, answers: application, facts: { channel, organ: 'kultur-fritidsnamnden' } },
        now
      );
    expect(come(anna, 'e-service')).toMatchObject({ refused: 'form.answers_invalid', faults: [{ code: 'stopped' }] });
    expect(come(staff('caseworker'), 'letter')).toMatchObject({ entry: { kind: 'opened' } });
  });
});

describe('a command', () => {
  it('moves the case and says so', () => {
    expect(send(caseAt(), 'begar-komplettering', staff('caseworker'), { seq: 1 })).toMatchObject({
      state: { value: 'komplettering' },
      effects: [{ type: 'notify' }],
      entry: {
        kind: 'event',
        event: 'begar-komplettering',
        role: 'caseworker',
        from: ['granska'],
        to: ['komplettering']
      },
      submission: null
    });
  });

  it('is refused to a stranger before anything is said of the case', () => {
    const stranger: Actor = { ...anna, personId: 'erik' };
    expect(send(caseAt(), 'klar', stranger, { seq: 7 })).toEqual({ refused: 'access.denied' });
    expect(send({ ...caseAt(), legalState: 'avslutat' }, 'klar', stranger)).toEqual({ refused: 'access.denied' });
  });

  it('is refused on a closed case, whatever its flow says', () => {
    expect(send({ ...caseAt(), legalState: 'makulerat' }, 'aterkalla', anna)).toEqual({ refused: 'case.closed' });
  });

  it('is refused when the case has changed since it was seen, with what it is now', () => {
    expect(send(caseAt(), 'klar', staff('caseworker'), { seq: 0 })).toEqual({
      refused: 'case.changed',
      params: { seq: 1 }
    });
  });

  it('is refused when no step expects it, with what this person may do instead', () => {
    expect(send(caseAt(), 'beslut', staff('caseworker'))).toEqual({
      refused: 'flow.event_not_allowed',
      params: { allowed: ['begar-komplettering', 'klar'] }
    });
    expect(send(caseAt(), 'xstate.after.P21D.flow.granska', anna)).toMatchObject({ refused: 'flow.event_not_allowed' });
  });

  it('is refused to a role that the event does not name', () => {
    expect(send(caseAt(), 'klar', anna)).toEqual({ refused: 'access.denied' });
  });

  it('is refused with answers that nobody asked for', () => {
    expect(send(caseAt(), 'klar', staff('caseworker'), { answers: { outcome: 'bifall' } })).toMatchObject({
      refused: 'form.answers_invalid'
    });
  });
});

describe('an event that is a beslut', () => {
  const answers = { outcome: 'bifall', reasons: 'Uppfyller reglerna.' };

  it('is refused to a role that the flow names and the delegationsordning does not (KL 7:5)', () => {
    const undelegated = { ...caseAt('klar'), delegations: [] };
    expect(send(undelegated, 'beslut', staff('manager'), { answers })).toEqual({
      refused: 'beslut.not_delegated',
      params: { item: 'KFN-3.2' }
    });
  });

  it('records it, and starts the time until the parts get it', () => {
    expect(send(caseAt('klar'), 'beslut', staff('manager'), { answers })).toMatchObject({
      beslut: { kind: 'delegationsbeslut', outcome: 'bifall', delegation: 'KFN-3.2', reasons: answers.reasons },
      submission: { form: 'beslut' },
      state: { data: { case: { decidedOn: '2026-03-02', outcome: 'bifall' } } }
    });
  });

  it('is one that nobody has got yet, whatever was known of an earlier one', () => {
    const record = caseAt('klar');
    const got = decideFacts(rules.definition, record, { event: 'receipt', facts: { receivedOn: '2026-03-01' } }, now);
    const decided = send({ ...record, state: got?.state ?? record.state }, 'beslut', staff('manager'), { answers });
    const unknown = expect.not.objectContaining({ receivedOn: expect.anything() });
    expect(decided).toMatchObject({ beslut: { outcome: 'bifall' }, state: { data: { case: unknown } } });
  });

  it('is none while its form is wrong', () => {
    expect(send(caseAt('klar'), 'beslut', staff('manager'), { answers: { outcome: 'bifall' } })).toMatchObject({
      refused: 'form.answers_invalid'
    });
  });
});

describe('what the law asks of a beslut', () => {
  const appealed: Appeal = { kind: 'forvaltningsbesvar' };
  const meta: BeslutMeta = {
    kind: 'delegationsbeslut',
    outcome: { from: '/beslut/outcome' },
    delegation: 'SBN-2.1',
    communication: { from: '/beslut/communication' },
    reasons: { from: '/beslut/reasons' },
    participants: { from: '/beslut/participants' }
  };
  const missing = (
    beslut: JsonObject,
    { parts = 1, appeal = appealed, ...changes }: Partial<BeslutMeta> & { parts?: number; appeal?: Appeal } = {}
  ) => {
    const made = beslutOf({ ...meta, ...changes }, { data: { beslut }, appeal, parts });
    return isRefusal(made) ? made.params?.['missing'] : [];
  };

  it('is reasons, and that the parts were heard, when it goes against somebody (FL 25 and 32 §§)', () => {
    expect(missing({ outcome: 'avslag' })).toEqual(['reasons', 'communication']);
    expect(missing({ outcome: 'avslag', reasons: 'Strider mot planen.', communication: 'done' })).toEqual([]);
    expect(missing({ outcome: 'avslag', reasons: '  ', communication: 'sure' })).toEqual(['reasons', 'communication']);
  });

  it('is neither for a bifall that concerns nobody else', () => {
    expect(missing({ outcome: 'bifall' })).toEqual([]);
    expect(missing({ outcome: 'bifall' }, { parts: 2 })).toEqual(['reasons', 'communication']);
  });

  it('is neither where laglighetsprövning is the route (FL 2 §), nor for verkställighet', () => {
    expect(missing({ outcome: 'avslag' }, { appeal: { kind: 'laglighetsprovning' } })).toEqual([]);
    expect(missing({ outcome: 'avslag' }, { kind: 'verkstallighet' })).toEqual([]);
  });

  it('is no hearing where there is no part to hear', () => {
    expect(missing({ outcome: 'avslag', reasons: 'x' }, { parts: 0 })).toEqual([]);
  });

  it('is always an outcome of the list, and an item of the delegationsordning on delegation', () => {
    expect(missing({ outcome: 'kanske', reasons: 'x', communication: 'done' })).toEqual(['outcome']);
    const { delegation: _, ...undelegated } = meta;
    const made = beslutOf(undelegated, { data: { beslut: { outcome: 'bifall' } }, appeal: appealed, parts: 1 });
    expect(made).toEqual({ refused: 'beslut.incomplete', params: { missing: ['delegation'] } });
  });

  it('may be said once for all by the flow', () => {
    const grounds = { communication: 'obviously-unnecessary', reasons: 'obviously-unnecessary' } as const;
    expect(missing({ outcome: 'forelaggande' }, grounds)).toEqual([]);
    const data = { beslut: { outcome: 'avslag' } };
    expect(beslutOf({ ...meta, ...grounds }, { data, appeal: appealed, parts: 1 })).toMatchObject({ reasons: null });
  });
});

describe('news from the platform', () => {
  const { definition } = rules;

  it('moves the case when a timer is due, as the system', () => {
    const record = caseAt('begar-komplettering');
    const [, last] = record.state.timers;
    const due = new Date(last?.at ?? '');
    expect(decideTimer(definition, record, last?.event ?? '', due)).toMatchObject({
      state: { value: 'granska' },
      entry: { kind: 'timer', role: 'system', from: ['komplettering'], to: ['granska'] }
    });
  });

  it('is dropped when it comes late, or to a closed case', () => {
    const record = caseAt('begar-komplettering');
    const [timer] = record.state.timers;
    const due = new Date(timer?.at ?? '');
    expect(decideTimer(definition, record, timer?.event ?? '', now)).toBeNull();
    expect(decideTimer(definition, caseAt(), timer?.event ?? '', due)).toBeNull();
    expect(decideTimer(definition, { ...record, legalState: 'makulerat' }, timer?.event ?? '', due)).toBeNull();
    expect(decideResult(definition, record, { id: 'utbetalning', seq: 1, outcome: { output: {} } }, now)).toBeNull();
  });

  it('tells the case what became known', () => {
    const told = decideFacts(definition, caseAt(), { event: 'receipt', facts: { receivedOn: '2026-03-05' } }, now);
    expect(told).toMatchObject({
      state: { data: { case: { receivedOn: '2026-03-05' } } },
      entry: { kind: 'administration', event: 'receipt' }
    });
  });
});

describe('the case as an ärende', () => {
  const step = (status: 'active' | 'done', ...states: string[]) => ({
    state: { ...caseAt().state, status },
    effects: states.map((state) => ({ type: 'set-legal-state', params: { state } }))
  });

  it('is closed when its flow has finished, unless the flow said otherwise', () => {
    expect(legalStateAfter('oppet', step('done'))).toBe('avslutat');
    expect(legalStateAfter('oppet', step('done', 'ad-acta'))).toBe('ad-acta');
  });

  it('is what the flow set last', () => {
    expect(legalStateAfter('oppet', step('active', 'vilande'))).toBe('vilande');
    expect(legalStateAfter('vilande', step('active', 'vilande', 'oppet'))).toBe('oppet');
    expect(legalStateAfter('vilande', step('active'))).toBe('vilande');
  });
});
