import { isOpen } from '../access/allowed.ts';
import type { CaseRecord } from '../access/model.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Definition, Outcome, StepInput } from '../flow/model.ts';
import { step } from '../flow/step.ts';
import { entryOf } from './entry.ts';
import type { Decision, TimelineEntry } from './model.ts';

/**
 * What the platform itself tells a case: a timer that is due, the result of an automation, a fact from outside the flow.
 * All return null for late news (the state was left, the timer moved, the visit is over, the case is closed): nothing is
 * written then, and the job that brought it is done. Pure.
 */
export const decideTimer = (definition: Definition, record: CaseRecord, event: string, now: Date): Decision | null =>
  decideNews(definition, record, { kind: 'timer', event, input: { kind: 'timer', event } }, now);

export interface Result {
  readonly id: string;
  /** The number of the visit that was waited for, as the `invoke` effect gave it. */
  readonly seq: number;
  readonly outcome: Outcome;
}

export const decideResult = (definition: Definition, record: CaseRecord, result: Result, now: Date): Decision | null =>
  decideNews(definition, record, { kind: 'result', event: result.id, input: { kind: 'result', ...result } }, now);

/** `facts` go into `/case`, as `{ receivedOn }` when the last part has got the beslut; null takes one away. `event` names it in the timeline. */
export const decideFacts = (
  definition: Definition,
  record: CaseRecord,
  { event, facts }: { event: string; facts: JsonObject },
  now: Date
): Decision | null =>
  decideNews(definition, record, { kind: 'administration', event, input: { kind: 'facts', facts } }, now);

interface News extends Pick<TimelineEntry, 'kind' | 'event'> {
  readonly input: StepInput;
}

function decideNews(definition: Definition, record: CaseRecord, { input, ...what }: News, now: Date): Decision | null {
  if (!isOpen(record.legalState)) return null;
  const { state, effects } = step(definition, record.state, input, now);
  if (state === record.state) return null;
  const entry = entryOf(definition, { ...what, role: 'system', before: record.state, after: state });
  return { state, effects, entry, submission: null, beslut: null };
}
