import type { Json, JsonObject } from '../definition/json.ts';
import { PlatformError } from '../errors/platform-error.ts';
import type { CaseData } from '../form/model.ts';
import { put } from '../form/pointer.ts';
import { availableEvents } from './available-events.ts';
import type { Definition, EngineState, Outcome, StepInput } from './model.ts';

/** An event that the machine takes, and what it brings by pointer; undefined takes away. */
interface Arrival {
  readonly event: string;
  readonly news: readonly (readonly [pointer: string, value: Json | undefined])[];
}

interface Received extends Arrival {
  /** The case without what was waited for. */
  readonly before: EngineState;
}

/** What an input means to the case as it stands; null for late news. */
export function receive(definition: Definition, state: EngineState, input: StepInput, now: Date): Received | null {
  switch (input.kind) {
    case 'event':
      expectEvent(definition, state, input.event);
      return { event: input.event, news: [...factsOf(input.facts), ...answersOf(input)], before: state };
    case 'facts':
      // No state takes this event; XState still looks at every `always`, which may wait for just this.
      return state.status === 'active' ? { event: 'smedja.facts', news: factsOf(input.facts), before: state } : null;
    case 'timer':
      return receiveTimer(state, input.event, now);
    case 'result':
      return receiveResult(state, input);
  }
}

/** The boundary for names: whatever starts with `xstate.` is no event of any state, so nobody can fake a timer or a payment. */
function expectEvent(definition: Definition, state: EngineState, event: string): void {
  const expected = availableEvents(definition, state).map((available) => available.event);
  if (!expected.includes(event)) throw new PlatformError('flow.event_not_expected', { event, expected });
}

const factsOf = (facts: JsonObject = {}): Received['news'] =>
  Object.entries(facts).map(([key, value]) => [`/case/${key}`, value ?? undefined]);

const answersOf = ({ form, answers }: Extract<StepInput, { kind: 'event' }>): Received['news'] =>
  form === undefined ? [] : [[`/${form}`, answers ?? {}]];

function receiveTimer(state: EngineState, event: string, now: Date): Received | null {
  const timer = state.timers.find((running) => running.event === event);
  if (!timer || Date.parse(timer.at) > now.getTime()) return null;
  return { event, news: [], before: { ...state, timers: state.timers.filter((other) => other !== timer) } };
}

function receiveResult(state: EngineState, input: Extract<StepInput, { kind: 'result' }>): Received | null {
  const { id, seq, outcome } = input;
  const awaited = state.waiting.find((waiting) => waiting.id === id && waiting.seq === seq);
  if (!awaited) return null;
  const waiting = state.waiting.filter((other) => other !== awaited);
  return { ...newsOf(id, outcome), before: { ...state, waiting } };
}

/** The result lands in `/results/<id>` before the transition, so that its own guards see it. */
export const newsOf = (id: string, outcome: Outcome): Arrival =>
  'output' in outcome
    ? { event: `xstate.done.actor.${id}`, news: [[`/results/${id}`, outcome.output]] }
    : { event: `xstate.error.actor.${id}`, news: [[`/results/${id}`, { error: outcome.error }]] };

export const merge = (data: CaseData, news: Received['news']): CaseData =>
  news.reduce((merged, [pointer, value]) => put(merged, pointer, value), data);
