import { createMachine, getNextTransitions, initialTransition, transition } from 'xstate';
import { describe, expect, it } from 'vitest';
import { parseCaseType } from '../definition/parse.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { workedExampleFiles } from '../testing/case-types.ts';
import { caseTypeWith, TestCase } from '../testing/flows.ts';
import { availableEvents } from './available-events.ts';
import { compile } from './compile.ts';

/** The faults that the compiler names, or what else it throws. */
function faultsOf(states: object, changes?: Parameters<typeof caseTypeWith>[1]): unknown {
  try {
    compile(caseTypeWith(states, changes));
    return 'compiled';
  } catch (error) {
    return error instanceof PlatformError ? (error.params['faults'] ?? error.code) : error;
  }
}

const when = (field: string) => ({ type: 'when', params: { op: 'answered', field } });
const end = { type: 'final' };
const payment = { id: 'betalning', src: 'payment', input: { amount: { from: '/application/total' } } };
const paying = { invoke: { ...payment, onDone: { target: 'end' }, onError: { target: 'end' } } };

/**
 * What XState 5 does in silence with a definition that is slightly wrong, by the numbers under which it was measured.
 * Each line says how the engine answers instead.
 */
const traps: Record<string, [string, () => void]> = {
  P1: [
    'a delay that nothing binds is refused, and one that is bound does not fire at once',
    () => {
      expect(faultsOf({ a: { after: { snart: { target: 'end' } } }, end })).toEqual(['delay /states/a/after/snart']);
      const waiting = new TestCase(caseTypeWith({ a: { after: { P14D: { target: 'end' } } }, end }));
      expect(waiting.state.value).toBe('a');
      expect(waiting.state.timers.map(({ lastDay }) => lastDay)).toEqual(['2026-03-16']);
    }
  ],
  P2: [
    'a circle of `always` ends in an error, at the opening and later',
    () => {
      const circle = { b: { always: { target: 'c' } }, c: { always: { target: 'b' } } };
      expect(() => new TestCase(caseTypeWith(circle))).toThrow('flow.broken');
      const later = new TestCase(caseTypeWith({ a: { on: { go: { target: 'b' } } }, ...circle }));
      expect(() => later.event('go')).toThrow('flow.broken');
    }
  ],
  P3: [
    'an action or an automation that is in no catalogue is refused',
    () => {
      expect(faultsOf({ a: { entry: [{ type: 'teleport' }] } })).toEqual(['action /states/a teleport']);
      const unknown = { ...paying.invoke, src: 'teleport' };
      expect(faultsOf({ a: { invoke: unknown }, end })).toEqual(['automation /states/a/invoke']);
    }
  ],
  P4: [
    'a guard of another kind is refused before it is ever asked',
    () => {
      const branches = [{ guard: { type: 'sometimes' }, target: 'end' }, {}];
      expect(faultsOf({ a: { on: { go: branches } }, end })).toEqual(['guard /states/a/on/go/0']);
    }
  ],
  P5: [
    'keys that repeat, a `type` that is none and keys that mean nothing are refused',
    () => {
      const twice = { x: { initial: 'b', states: { b: end } }, b: end };
      expect(faultsOf(twice)).toEqual(['repeated-state /b']);
      expect(faultsOf({ a: { type: 'finale' } })).toEqual(['type /states/a']);
      const files = workedExampleFiles();
      const flow = { id: 'flow', initial: 'a', states: { a: { onn: {} } } };
      expect(parseCaseType({ ...files, 'flow.json': flow }).problems).not.toEqual([]);
    }
  ],
  P6: [
    'an initial state that is missing is refused when compiled, not when the first citizen files',
    () => {
      expect(faultsOf({ a: {} }, { initial: 'b' })).toEqual(['initial ']);
      expect(faultsOf({ a: { states: { b: {} } } })).toEqual(['initial /states/a']);
    }
  ],
  P7: [
    'a target that is missing, or only looks like one, is refused',
    () => {
      for (const target of ['gone', 'constructor', '__proto__', 'toString']) {
        expect(faultsOf({ a: { on: { go: { target } } } })).toEqual(['target /states/a/on/go']);
      }
    }
  ],
  P8: ['a key with a dot in it is refused', () => expect(faultsOf({ 'a.b': {} })).toEqual(['key /states/a.b'])],
  P9: [
    'several targets are refused: XState would take the first and say nothing',
    () =>
      expect(faultsOf({ a: { on: { go: { target: ['b', 'c'] } } }, b: {}, c: {} })).toEqual(['target /states/a/on/go'])
  ],
  P10: [
    'an event that nobody expects is an error that says what is expected',
    () => {
      const waiting = new TestCase(caseTypeWith({ a: { on: { go: { target: 'end' } } }, end }));
      expect(() => waiting.event('stop')).toThrow(
        expect.objectContaining({ code: 'flow.event_not_expected', params: { event: 'stop', expected: ['go'] } })
      );
    }
  ],
  P11: [
    'a wildcard, which would catch timers and results too, is refused',
    () => expect(faultsOf({ a: { on: { '*': { target: 'end' } } }, end })).toEqual(['event /states/a/on/*'])
  ],
  P12: [
    'nobody can send the event by which an automation answers',
    () => {
      const unpaid = new TestCase(caseTypeWith({ a: paying, end }), { application: { total: 100 } });
      expect(() => unpaid.event('xstate.done.actor.betalning')).toThrow('flow.event_not_expected');
      expect(unpaid.state.value).toBe('a');
      expect(faultsOf({ a: { on: { 'xstate.done.actor.betalning': {} } } })).toHaveLength(1);
    }
  ],
  P13: [
    'an automation without an id is refused, since XState would name it by its place',
    () => {
      const { id: _, ...nameless } = paying.invoke;
      expect(faultsOf({ a: { invoke: nameless }, end })).toEqual(['automation /states/a/invoke']);
    }
  ],
  P14: [
    'a guard that cannot be told does not pass, and throws nothing',
    () => {
      const unknown = { type: 'when', params: { op: 'gt', field: '/application/total', value: 5 } };
      const states = { a: { always: [{ guard: unknown, target: 'big' }, { target: 'small' }] }, big: {}, small: {} };
      expect(new TestCase(caseTypeWith(states)).state.value).toBe('small');
    }
  ],
  P15: [
    'a finished flow expects nothing, though XState goes on naming transitions of the root',
    () => {
      const on = { withdraw: { target: '.end' } };
      const finished = new TestCase(caseTypeWith({ a: {}, end }, { on })).event('withdraw');
      expect(finished.state.status).toBe('done');
      expect(availableEvents(finished.definition, finished.state)).toEqual([]);
      expect(() => finished.event('withdraw')).toThrow('flow.event_not_expected');
      const machine = createMachine({
        initial: 'a',
        on: { withdraw: '.end' },
        states: { a: {}, end: { type: 'final' } }
      });
      const [snapshot] = transition(machine, initialTransition(machine)[0], { type: 'withdraw' });
      expect(getNextTransitions(snapshot)).not.toEqual([]);
    }
  ],
  P16: [
    'a state that has been JSON is a state',
    () => {
      const states = { a: { on: { go: { target: 'b' } } }, b: { initial: 'c', states: { c: {} } } };
      expect(new TestCase(caseTypeWith(states)).event('go').state.value).toEqual({ b: 'c' });
    }
  ],
  P17: [
    'the input of an automation reaches its job',
    () => {
      const opened = new TestCase(caseTypeWith({ a: paying, end }), { application: { total: 100 } });
      const input = { amount: 100 };
      expect(opened.step.effects).toEqual([
        { type: 'invoke', params: { id: 'betalning', seq: 1, src: 'payment', input } }
      ]);
    }
  ],
  P18: [
    'an event that stays lets the clock run on, and one that enters again starts it anew',
    () => {
      const on = { stay: { target: 'a' }, again: { target: 'a', reenter: true } };
      const waiting = new TestCase(caseTypeWith({ a: { after: { P14D: { target: 'end' } }, on }, end }));
      const lastDay = () => waiting.state.timers.map((timer) => timer.lastDay);
      expect(waiting.event('stay', { now: '2026-03-05T09:00:00+01:00' }) && lastDay()).toEqual(['2026-03-16']);
      expect(waiting.event('again', { now: '2026-03-05T09:00:00+01:00' }) && lastDay()).toEqual(['2026-03-19']);
    }
  ]
};

describe('what XState does in silence', () => {
  it.each(Object.entries(traps).map(([id, [outcome, test]]) => ({ id, outcome, test })))('$id: $outcome', ({ test }) =>
    test()
  );

  it('is known in eighteen ways', () => {
    expect(Object.keys(traps)).toEqual(Array.from({ length: 18 }, (_, index) => `P${index + 1}`));
  });
});

describe('an event whose branches all have guards', () => {
  it('is refused: it could be expected and yet do nothing', () => {
    expect(faultsOf({ a: { on: { go: { guard: when('/fields/x'), target: 'end' } } }, end })).toEqual([
      'no-default /states/a/on/go'
    ]);
  });
});
