import type { Json, JsonObject } from '../definition/json.ts';
import { isRefusal, type Refusal } from '../errors/refusal.ts';
import { inTransactionOfStep } from '../persistence/transaction.server.ts';
import { decideFacts } from './decide-news.ts';
import { entryOf } from './entry.ts';
import { changeCase, type Changed, type Known } from './loop.server.ts';
import type { Actor } from './model.ts';
import type { Change } from './rows/context.server.ts';

/** A wish to change a case beside its flow. `key` makes a repeat harmless; `seq` is what the sender saw. */
export interface CaseWish {
  readonly key: string;
  readonly caseId: string;
  readonly seq?: number;
  readonly actor: Actor;
}

/** What such a wish comes to. `facts` go into `/case`, and may move the flow; `details` stand in the timeline and hold no personal data. */
export interface Administered extends Pick<Change, 'assigneeId' | 'unit' | 'legalState' | 'also'> {
  readonly details: JsonObject;
  readonly facts?: JsonObject;
}

export interface Administration {
  /** What the timeline calls it. */
  readonly event: string;
  /** What the wish says beside its case: the same key with other content is refused. */
  readonly content: readonly Json[];
  /** Asks access first; the one place for it is `may`. */
  readonly decide: (known: Known) => Administered | Refusal;
}

/** Changes a case beside its flow, by the same loop and the same writer. */
export const administer = (wish: CaseWish, administration: Administration, now: Date): Promise<Changed | Refusal> =>
  inTransactionOfStep((transaction) => {
    const { key, caseId, actor, seq } = wish;
    const content = [caseId, administration.event, ...administration.content];
    const decide = (known: Known) => changeBy(known, wish, administration, now);
    const change = { caseId, wish: { key, actor, content }, decide, ...(seq !== undefined && { seq }) };
    return changeCase(transaction, change, now);
  });

function changeBy(known: Known, { actor }: CaseWish, { event, decide }: Administration, now: Date): Change | Refusal {
  const { definition, record } = known;
  const administered = decide(known);
  if (isRefusal(administered)) return administered;
  const { facts, details, ...rest } = administered;
  const moved = facts ? decideFacts(definition, record, { event, facts }, now) : null;
  const { state, effects, entry } = moved ?? unmoved(known, event);
  return { ...rest, actor, state, effects, entry: { ...entry, role: null, details } };
}

/** A case whose flow the wish does not touch. */
function unmoved({ definition, record: { state } }: Known, event: string) {
  const entry = entryOf(definition, { kind: 'administration', event, role: null, before: state, after: state });
  return { state, effects: [], entry };
}
