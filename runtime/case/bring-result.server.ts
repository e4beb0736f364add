import type { Refusal } from '../errors/refusal.ts';
import type { JsonObject } from '../definition/json.ts';
import { isObject } from '../form/pointer.ts';
import { inTransactionOfStep } from '../persistence/transaction.server.ts';
import { decideResult, type Result } from './decide-news.ts';
import { changeCase, type Changed, type Known } from './loop.server.ts';
import type { Change } from './rows/context.server.ts';

/** Brings the result of an automation to its case. Twice does no harm: a result is waited for once, and a late one changes nothing. */
export const bringResult = (caseId: string, result: Result, now: Date): Promise<Changed | Refusal> =>
  inTransactionOfStep((transaction) => {
    const decide = (known: Known) => changeBy(known, result, now);
    return changeCase(transaction, { caseId, decide }, now);
  });

function changeBy({ definition, record }: Known, result: Result, now: Date): Change | null {
  const decision = decideResult(definition, record, result, now);
  const details = detailsOf(result);
  return decision && { ...decision, actor: { kind: 'system' }, entry: { ...decision.entry, details } };
}

/** Why it failed, or what we paid out; other results stand in the case alone. */
function detailsOf({ outcome }: Result): JsonObject {
  if ('error' in outcome) return { error: outcome.error };
  const { payout, amount } = isObject(outcome.output) ? outcome.output : {};
  return payout === undefined || amount === undefined ? {} : { payout, amount };
}
