import type { JsonObject } from '../definition/json.ts';
import { PlatformError } from '../errors/platform-error.ts';
import type { CaseData } from '../form/model.ts';
import { put } from '../form/pointer.ts';
import { stockholmDay } from '../time/day.ts';
import { automationsAfter, isPure, runPure, without } from './automations.ts';
import { clocksAfter } from './clocks.ts';
import { environmentOf, type Turn, type Wish } from './machine.ts';
import type { Definition, Effect, EngineState, Step, StepInput, Waiting } from './model.ts';
import { computeParams } from './params.ts';
import { merge, newsOf, receive } from './receive.ts';

/** A circle of decision tables that a check missed ends here. */
const MOST_DECISIONS = 100;

/**
 * Opens a case: enters the flow with the application's answers and what is known of the case. Pure.
 * @returns the first state and what is to be done.
 */
export function open(definition: Definition, given: { application: JsonObject; case: JsonObject }, now: Date): Step {
  const facts = { ...given.case, today: stockholmDay(now) };
  const data: CaseData = { application: given.application, case: facts, fields: {}, results: {} };
  const before: EngineState = { value: {}, status: 'active', data, timers: [], deadlines: [], waiting: [], visits: 0 };
  return settle({ definition, before, now }, definition.machine.enter(data));
}

/**
 * Takes one step of a case: what the input brings is merged into the data, then the flow moves, then pure automations
 * run, until nothing more happens by itself. Pure: the same arguments give the same step, and nothing is changed.
 * A timer that is not due and a result that nobody waits for are late news: the very same state comes back, without effects.
 * Throws `flow.event_not_expected` for an event that no active state takes, which XState would drop in silence; ask `decide` first.
 */
export function step(definition: Definition, state: EngineState, input: StepInput, now: Date): Step {
  const received = receive(definition, state, input, now);
  if (!received) return { state, effects: [] };
  const { before, event, news } = received;
  const data = put(merge(state.data, news), '/case/today', stockholmDay(now));
  return settle({ definition, before, now }, definition.machine.take(state.value, data, event));
}

interface Taken {
  readonly definition: Definition;
  /** The case before the step, without what the step was waited for. */
  readonly before: EngineState;
  readonly now: Date;
}

/** Lets pure automations run after one another until the flow rests, and gathers what came of it all. */
function settle({ definition, before, now }: Taken, first: Turn): Step {
  let turn = first;
  let automations = automationsAfter(definition, before, turn);
  const wishes = [...turn.wishes];
  for (let count = 0; ; count += 1) {
    const pure = automations.waiting.find(isPure);
    if (!pure) break;
    if (count >= MOST_DECISIONS) throw new PlatformError('flow.endless_decisions', { automation: pure.id });
    const { event, news } = newsOf(pure.id, runPure(definition, pure, turn.data));
    turn = definition.machine.take(turn.value, merge(turn.data, news), event);
    automations = automationsAfter(definition, without(automations, pure), turn);
    wishes.push(...turn.wishes);
  }
  const after = { value: turn.value, status: turn.done ? 'done' : 'active', data: turn.data } as const;
  return {
    state: { ...after, ...clocksAfter(definition, { before, after, wishes, now }), ...automations },
    effects: [
      ...wishes.flatMap((wish) => effectOf(definition, wish)),
      ...automations.waiting.filter(({ seq }) => seq > before.visits).map(startOf)
    ]
  };
}

function effectOf({ caseType }: Definition, wish: Wish): Effect[] {
  if (wish.kind !== 'act') return [];
  return [{ type: wish.type, params: computeParams(wish.params, environmentOf(caseType, wish.data)) }];
}

const startOf = ({ id, seq, src, input }: Waiting): Effect => ({ type: 'invoke', params: { id, seq, src, input } });
