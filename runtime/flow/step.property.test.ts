import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import type { CaseType } from '../definition/case-type.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { workedExample } from '../testing/case-types.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { activeKeys } from './active.ts';
import { availableEvents } from './available-events.ts';
import { compile } from './compile.ts';
import { due } from './due.ts';
import { toStateMachine } from './machine.ts';
import type { Definition, EngineState, StepInput } from './model.ts';
import { open, step } from './step.ts';

/** One choice of a walk: what to do next, with what, and how much later. */
interface Choice {
  readonly pick: number;
  readonly hours: number;
  readonly answers: JsonObject;
  readonly fact: string | null;
}

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const answer: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom('bifall', 'avslag', 'drift', 'evenemang', 'ja', 'nej'),
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.boolean(),
  day,
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 })
);
const answers = fc.dictionary(
  fc.constantFrom('outcome', 'kind', 'total', 'eventDate', 'reasons', 'unit', 'result'),
  answer
);
const choices = fc.array(fc.record({ pick: fc.nat(1_000), hours: fc.nat(24 * 40), answers, fact: fc.option(day) }), {
  minLength: 1,
  maxLength: 25
});

/** Everything that can happen to a case now, also late news. */
function inputsOf(definition: Definition, state: EngineState, { answers: given, fact }: Choice): StepInput[] {
  const events = availableEvents(definition, state).map(({ event, meta: { form } }): StepInput => ({
    kind: 'event',
    event,
    ...(form && { form, answers: given })
  }));
  const timers = state.timers.map(({ event }): StepInput => ({ kind: 'timer', event }));
  const results = state.waiting.flatMap(({ id, seq }): StepInput[] => [
    { kind: 'result', id, seq, outcome: { output: given } },
    { kind: 'result', id, seq, outcome: { error: 'unreachable' } },
    { kind: 'result', id, seq: seq - 1, outcome: { output: {} } }
  ]);
  return [...events, ...timers, ...results, { kind: 'facts', facts: { receivedOn: fact } }];
}

interface Stretch {
  readonly before: EngineState;
  readonly input: StepInput;
  readonly after: EngineState;
  readonly now: Date;
}

/** Lives a case by the choices and shows each stretch of it. */
function walk(
  definition: Definition,
  application: JsonObject,
  steps: readonly Choice[],
  see: (stretch: Stretch) => void
): void {
  let now = new Date('2026-03-02T08:00:00Z');
  let { state } = open(definition, { application, case: { arrivedOn: '2026-03-02', channel: 'e-service' } }, now);
  for (const choice of steps) {
    const inputs = inputsOf(definition, state, choice);
    const input = inputs[choice.pick % inputs.length];
    if (!input) return;
    const timer = input.kind === 'timer' ? state.timers.find(({ event }) => event === input.event) : undefined;
    now = new Date(Math.max(now.getTime() + choice.hours * 3_600_000, Date.parse(timer?.at ?? '')) || now.getTime());
    const before = state;
    ({ state } = step(definition, before, input, now));
    see({ before, input, after: state, now });
  }
}

const caseTypes: [string, CaseType][] = [['the worked example', workedExample()], ...(await shippedCaseTypes())];

describe.each(caseTypes)('any life of a case: %s', (_, caseType) => {
  const definition = compile(caseType);
  /** `begin` is called for each life and looks at its stretches. */
  const live = (begin: () => (stretch: Stretch) => void, numRuns = 30) =>
    fc.assert(
      fc.property(answers, choices, (application, steps) => walk(definition, application, steps, begin())),
      { numRuns }
    );

  it('goes on alike when the state has been JSON in between', () => {
    live(() => ({ before, input, after, now }) => {
      expect(JSON.parse(JSON.stringify(after))).toEqual(after);
      expect(step(definition, JSON.parse(JSON.stringify(before)), input, now).state).toEqual(after);
    });
  });

  it('has the timers that its active states imply, but for those that have fired', () => {
    live(() => {
      const fired = new Set<string>();
      return ({ input, after, now }) => {
        if (input.kind === 'timer') fired.add(input.event);
        for (const { event } of after.timers) fired.delete(event);
        const active = new Set(activeKeys(after.value));
        const running = new Set(after.timers.map(({ event }) => event));
        for (const clock of [...definition.clocks.values()].filter(({ fires }) => fires)) {
          const known = due(caseType.settings.delays ?? {}, clock.delay, now, after.data) !== null;
          const implied = after.status === 'active' && active.has(clock.state) && known;
          if (running.has(clock.event)) expect(implied).toBe(true);
          else if (implied) expect(fired).toContain(clock.event);
        }
      };
    });
  });

  it('waits only for automations of active states, each once, by growing numbers', () => {
    live(() => ({ before, after }) => {
      const ids = after.waiting.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(after.visits).toBeGreaterThanOrEqual(before.visits);
      const active = new Set(activeKeys(after.value));
      for (const { id, seq } of after.waiting) {
        expect(active.has(definition.automations.get(id) ?? '')).toBe(true);
        expect(seq).toBeLessThanOrEqual(after.visits);
      }
    });
  });

  it("moves as XState's own transition does, whose scope is fresh each time", () => {
    const machine = toStateMachine(caseType);
    live(() => ({ before, input }) => {
      if (input.kind !== 'event' && input.kind !== 'timer') return;
      const data: JsonObject = { ...before.data, beslut: { outcome: 'bifall' } };
      const turn = definition.machine.take(before.value, data, input.event);
      const [snapshot, actions] = transition(machine, machine.resolveState({ value: before.value, context: data }), {
        type: input.event
      });
      expect([turn.value, turn.done, turn.data]).toEqual([
        snapshot.value,
        snapshot.status === 'done',
        snapshot.context
      ]);
      expect(turn.wishes.flatMap((wish) => (wish.kind === 'act' ? [wish.type] : []))).toEqual(
        actions.map(({ type }) => type).filter((type) => !type.startsWith('xstate.'))
      );
    });
  });

  it('refuses every event that is not expected, and changes nothing by it', () => {
    live(
      () =>
        ({ after, now }) => {
          const expected = new Set(availableEvents(definition, after).map(({ event }) => event));
          for (const event of [
            'nonsense',
            'xstate.init',
            'xstate.stop',
            ...definition.clocks.keys(),
            ...allEvents(caseType)
          ]) {
            if (expected.has(event)) continue;
            expect(() => step(definition, after, { kind: 'event', event }, now)).toThrow(PlatformError);
          }
        },
      15
    );
  });
});

const allEvents = ({ flow }: CaseType): string[] => {
  const found: string[] = [];
  JSON.stringify(flow, (key: string, value: unknown) => {
    if (key === 'on' && typeof value === 'object' && value !== null) found.push(...Object.keys(value));
    return value;
  });
  return found;
};
