import type { CaseData } from '../form/model.ts';
import { at } from '../form/pointer.ts';
import { activeKeys } from './active.ts';
import { dateOf, due } from './due.ts';
import type { Wish } from './machine.ts';
import type { Clock, Definition, EngineState, Timer } from './model.ts';

/** What a step did to time: the case before and after it, and what XState asked for in between. */
export interface Passed {
  readonly before: Pick<EngineState, 'timers' | 'deadlines' | 'data'>;
  readonly after: Pick<EngineState, 'value' | 'status' | 'data'>;
  readonly wishes: readonly Wish[];
  readonly now: Date;
}

/**
 * The timers and shown deadlines after a step. Those of states that were entered count from now, those of states that
 * were left are gone, and one that counts from a date follows it: it starts, moves or stops when the date changes.
 */
export function clocksAfter(definition: Definition, passed: Passed): Pick<EngineState, 'timers' | 'deadlines'> {
  const { before, after, wishes } = passed;
  if (after.status === 'done') return { timers: [], deadlines: [] };
  const started = startedBy(definition, wishes);
  const touched = new Set(wishes.flatMap((wish) => ('event' in wish ? [wish.event] : [])));
  const moved = movedBy(definition, before.data, after).filter(({ event }) => !touched.has(event));
  const replaced = new Set([...touched, ...moved.map(({ event }) => event)]);
  const counting = [...started, ...moved].flatMap((clock) => count(definition, clock, passed));
  const keep = ({ event }: Timer): boolean => !replaced.has(event);
  const anew = (which: 'fires' | 'shown') => counting.filter(([clock]) => clock[which]).map(([, timer]) => timer);
  return {
    timers: earliestFirst([...before.timers.filter(keep), ...anew('fires')]),
    deadlines: earliestFirst([...before.deadlines.filter(keep), ...anew('shown')])
  };
}

/** In order: a state that is left and entered again in one step stops its clock and starts it anew. */
function startedBy({ clocks }: Definition, wishes: readonly Wish[]): Clock[] {
  const started = new Set<string>();
  for (const wish of wishes) {
    if (wish.kind === 'start-timer') started.add(wish.event);
    if (wish.kind === 'stop-timer') started.delete(wish.event);
  }
  return [...started].flatMap((event) => clocks.get(event) ?? []);
}

function movedBy({ caseType, clocks }: Definition, before: CaseData, after: Passed['after']): Clock[] {
  const active = new Set(activeKeys(after.value));
  return [...clocks.values()].filter(({ state, delay }) => {
    const date = dateOf(caseType.settings.delays ?? {}, delay);
    return date !== undefined && active.has(state) && at(before, date) !== at(after.data, date);
  });
}

function count({ caseType }: Definition, clock: Clock, { after, now }: Passed): [Clock, Timer][] {
  const { event, state, delay } = clock;
  const end = due(caseType.settings.delays ?? {}, delay, now, after.data);
  return end ? [[clock, { event, state, delay, ...end }]] : [];
}

const earliestFirst = (timers: readonly Timer[]): Timer[] =>
  timers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
