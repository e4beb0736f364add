import { describe, expect, it } from 'vitest';
import { caseTypeWith, TestCase } from '../testing/flows.ts';
import { step } from './step.ts';

const end = { type: 'final' };
const notify = (text: string) => ({ type: 'notify', params: { to: 'applicant', text } });
const setField = (field: string, value: unknown) => ({
  type: 'set-field',
  params: { field: `/fields/${field}`, value }
});
const lastDays = (testCase: TestCase) => testCase.state.timers.map(({ delay, lastDay }) => [delay, lastDay]);

describe('a state with clocks', () => {
  const states = {
    waiting: {
      after: { P7D: { actions: [notify('paminnelse')] }, P14D: { target: 'late' } },
      on: { answer: { target: 'end' } }
    },
    late: { after: { PT8H: { target: 'end' } } },
    end
  };

  it('counts them from the day it is entered, the earliest first', () => {
    expect(lastDays(new TestCase(caseTypeWith(states)))).toEqual([
      ['P7D', '2026-03-09'],
      ['P14D', '2026-03-16']
    ]);
  });

  it('reminds without leaving, and keeps the other clock', () => {
    const reminded = new TestCase(caseTypeWith(states)).fire();
    expect(reminded.step.effects).toEqual([notify('paminnelse')]);
    expect(reminded.state.value).toBe('waiting');
    expect(lastDays(reminded)).toEqual([['P14D', '2026-03-16']]);
  });

  it('moves on at midnight after the last day, in Stockholm', () => {
    const late = new TestCase(caseTypeWith(states)).fire().fire();
    expect(late.now.toISOString()).toBe('2026-03-16T23:00:00.000Z');
    expect(late.state.value).toBe('late');
  });

  it('counts hours exactly', () => {
    const late = new TestCase(caseTypeWith(states)).fire().fire();
    expect(late.state.timers[0]).toMatchObject({ lastDay: null, at: '2026-03-17T07:00:00.000Z' });
  });

  it('has none left when it has been left, and a timer that fires all the same changes nothing', () => {
    const opened = new TestCase(caseTypeWith(states));
    const [timer] = opened.state.timers;
    const answered = opened.event('answer');
    expect(answered.state.timers).toEqual([]);
    const late = step(answered.definition, answered.state, { kind: 'timer', event: timer?.event ?? '' }, answered.now);
    expect(late.state).toBe(answered.state);
  });

  it('does not fire before its time, as the job of a clock that was started anew would', () => {
    const opened = new TestCase(caseTypeWith(states));
    const [timer] = opened.state.timers;
    const early = step(opened.definition, opened.state, { kind: 'timer', event: timer?.event ?? '' }, opened.now);
    expect(early).toEqual({ state: opened.state, effects: [] });
  });
});

describe('a state that is only passed', () => {
  it('leaves no clock running', () => {
    const states = { a: { always: { target: 'b' }, after: { P7D: { target: 'end' } } }, b: {}, end };
    expect(new TestCase(caseTypeWith(states)).state).toMatchObject({ value: 'b', timers: [], deadlines: [] });
  });
});

describe('a clock that counts from a date', () => {
  const delays = {
    appeal: { period: 'P3W', from: '/case/receivedOn', statutory: true },
    before: { period: 'P2D', before: '/fields/meeting' }
  };
  const states = {
    waiting: {
      meta: { deadline: 'appeal' },
      after: { appeal: { target: 'end' }, before: { actions: [notify('bratt')] } },
      on: {
        meet: { actions: [setField('meeting', '2026-04-15')] },
        postpone: { actions: [setField('meeting', '2026-05-13')] }
      }
    },
    end
  };
  const opened = () => new TestCase(caseTypeWith(states, { settings: { delays } }));

  it('does not run while the date is unknown', () => {
    expect(opened().state).toMatchObject({ timers: [], deadlines: [] });
  });

  it('starts when the date becomes known, and ends on a working day', () => {
    const known = opened().facts({ receivedOn: '2026-03-13' }, '2026-03-20T10:00:00+01:00');
    expect(lastDays(known)).toEqual([['appeal', '2026-04-07']]);
    expect(known.state.deadlines.map(({ lastDay }) => lastDay)).toEqual(['2026-04-07']);
  });

  it('moves with the date, and stops when the date is taken back', () => {
    const moved = opened().facts({ receivedOn: '2026-03-13' }).facts({ receivedOn: '2026-03-16' });
    expect(lastDays(moved)).toEqual([['appeal', '2026-04-07']]);
    expect(lastDays(moved.facts({ receivedOn: '2026-03-17' }))).toEqual([['appeal', '2026-04-07']]);
    expect(lastDays(moved.facts({ receivedOn: '2026-03-18' }))).toEqual([['appeal', '2026-04-08']]);
    expect(moved.facts({ receivedOn: null }).state).toMatchObject({ timers: [], deadlines: [] });
  });

  it('starts once when its state is entered in the step that writes the date', () => {
    const go = { target: 'waiting', actions: [setField('meeting', '2026-04-15')] };
    const entered = new TestCase(caseTypeWith({ first: { on: { go } }, ...states }, { settings: { delays } })).event(
      'go'
    );
    expect(lastDays(entered)).toEqual([['before', '2026-04-13']]);
  });

  it('starts when the flow itself writes the date, and fires again when a new date comes', () => {
    const met = opened().event('meet');
    expect(lastDays(met)).toEqual([['before', '2026-04-13']]);
    expect(lastDays(met.fire())).toEqual([]);
    expect(lastDays(met.event('meet'))).toEqual([]);
    expect(lastDays(met.event('postpone'))).toEqual([['before', '2026-05-11']]);
  });
});

describe('a deadline that nothing follows', () => {
  const states = { a: { meta: { deadline: 'P30D' }, on: { go: { target: 'b' }, stay: {} } }, b: {} };

  it('is shown and fires nothing', () => {
    const opened = new TestCase(caseTypeWith(states));
    expect(opened.state.timers).toEqual([]);
    expect(opened.state.deadlines).toEqual([expect.objectContaining({ state: 'a', lastDay: '2026-04-01' })]);
  });

  it('stays the same while its state does, and goes with it', () => {
    const opened = new TestCase(caseTypeWith(states)).event('stay', { now: '2026-03-20T10:00:00+01:00' });
    expect(opened.state.deadlines.map(({ lastDay }) => lastDay)).toEqual(['2026-04-01']);
    expect(opened.event('go').state.deadlines).toEqual([]);
  });
});

describe('an automation', () => {
  const fetch = { id: 'person', src: 'population-register', input: { person: { from: '/application/pin' } } };
  const states = {
    fetching: {
      invoke: { ...fetch, onDone: { target: 'checked' }, onError: { target: 'failed' } },
      on: { again: { target: 'fetching', reenter: true }, skip: { target: 'failed' } }
    },
    checked: {},
    failed: { on: { retry: { target: 'fetching' } } }
  };
  const opened = () => new TestCase(caseTypeWith(states), { application: { pin: '191212121212' } });

  it('is started with its input computed, once', () => {
    const input = { person: '191212121212' };
    expect(opened().step.effects).toEqual([
      { type: 'invoke', params: { id: 'person', seq: 1, src: 'population-register', input } }
    ]);
    expect(opened().state.waiting).toHaveLength(1);
  });

  it('leaves its result where the guards of its own branches see it', () => {
    const done = opened().result('person', { output: { name: 'Tolvan' } });
    expect(done.state).toMatchObject({
      value: 'checked',
      waiting: [],
      data: { results: { person: { name: 'Tolvan' } } }
    });
  });

  it('leaves the code of its failure', () => {
    const failed = opened().result('person', { error: 'unreachable' });
    expect(failed.state).toMatchObject({ value: 'failed', data: { results: { person: { error: 'unreachable' } } } });
  });

  it('is dropped when it answers after its state was left', () => {
    const left = opened().event('skip');
    expect(left.state.waiting).toEqual([]);
    const late = left.result('person', { output: {} }, 1);
    expect(late.step.effects).toEqual([]);
    expect(late.state.data['results']).toEqual({});
  });

  it('counts only by the number of its latest visit', () => {
    const again = opened().event('again');
    expect(again.state.waiting).toEqual([expect.objectContaining({ seq: 2 })]);
    expect(again.result('person', { output: { name: 'old' } }, 1).state.value).toBe('fetching');
    expect(again.result('person', { output: { name: 'new' } }, 2).state.value).toBe('checked');
  });

  it('keeps counting over visits', () => {
    expect(opened().event('skip').event('retry').state.waiting).toEqual([expect.objectContaining({ seq: 2 })]);
  });
});

describe('a decision table in a flow', () => {
  const decide = (table: string, onDone: object) => ({
    invoke: { id: 'niva', src: 'decision', input: { table }, onDone, onError: { target: 'unsure' } }
  });
  const states = (table: string) => ({
    a: decide(table, { target: 'end', actions: [setField('grant', { from: '/results/niva/amount' })] }),
    unsure: {},
    end
  });

  it('is decided inside the step, and is never waited for', () => {
    const decided = new TestCase(caseTypeWith(states('bidragsniva')), { application: { kind: 'drift', total: 1 } });
    expect(decided.state).toMatchObject({ status: 'done', waiting: [], data: { fields: { grant: 500_000 } } });
    expect(decided.step.effects).toEqual([]);
  });

  it('takes the way of errors when there is none', () => {
    const undecided = new TestCase(caseTypeWith(states('bort')));
    expect(undecided.state).toMatchObject({
      value: 'unsure',
      data: { results: { niva: { error: 'decision.no_table' } } }
    });
  });

  it('cannot go round for ever', () => {
    const round = { a: decide('bidragsniva', { target: 'a', reenter: true }), unsure: {} };
    expect(() => new TestCase(caseTypeWith(round))).toThrow('flow.endless_decisions');
  });
});

describe('the data of a step', () => {
  const when = (field: string, value: unknown) => ({ type: 'when', params: { op: 'eq', field, value } });

  it('holds the answers of an event before its own guards look', () => {
    const branches = [
      { guard: when('/beslut/outcome', 'bifall'), target: 'yes', meta: { form: 'beslut' } },
      { target: 'no' }
    ];
    const states = { a: { on: { beslut: branches } }, yes: {}, no: {} };
    const sent = new TestCase(caseTypeWith(states)).event('beslut', { form: 'beslut', answers: { outcome: 'bifall' } });
    expect(sent.state).toMatchObject({ value: 'yes', data: { beslut: { outcome: 'bifall' } } });
  });

  it('gives an action the values of its own moment', () => {
    const hand = (field: string) => ({
      type: 'start-case',
      params: { caseType: 'x', data: { '/a': { from: field } } }
    });
    const go = { target: 'b', actions: [setField('x', 1), hand('/fields/x'), setField('x', 2), hand('/fields/x')] };
    const sent = new TestCase(caseTypeWith({ a: { on: { go } }, b: {} })).event('go');
    expect(sent.step.effects.map(({ params }) => params['data'])).toEqual([{ '/a': 1 }, { '/a': 2 }]);
  });

  it('loses a field whose new value is unknown', () => {
    const go = { actions: [setField('x', { from: '/application/gone' })] };
    const sent = new TestCase(caseTypeWith({ a: { entry: [setField('x', 1)], on: { go } } })).event('go');
    expect(sent.state.data['fields']).toEqual({});
  });

  it('knows the day of the event', () => {
    const states = { a: { on: { go: [{ guard: when('/case/today', '2026-06-06'), target: 'b' }, {}] } }, b: {} };
    const sent = new TestCase(caseTypeWith(states)).event('go', { now: '2026-06-05T22:30:00Z' });
    expect(sent.state.value).toBe('b');
  });

  it('moves a flow that waits for a fact, without an event', () => {
    const guard = { type: 'when', params: { op: 'answered', field: '/case/receivedOn' } };
    const waiting = new TestCase(caseTypeWith({ a: { always: { guard, target: 'end' } }, end }));
    expect(waiting.state.value).toBe('a');
    expect(waiting.facts({ receivedOn: '2026-03-03' }).state.status).toBe('done');
  });

  it('is never changed in place', () => {
    const opened = new TestCase(caseTypeWith({ a: { on: { go: { actions: [setField('x', 1)] } } } }));
    const before = structuredClone(opened.state);
    step(opened.definition, opened.state, { kind: 'event', event: 'go' }, opened.now);
    expect(opened.state).toEqual(before);
  });
});
