import type { Refusal } from '../errors/refusal.ts';
import { inTransaction } from '../persistence/transaction.server.ts';
import { decideResult, type Result } from './decide-news.ts';
import { changeCase, type Changed, type Known } from './loop.server.ts';
import type { Change } from './rows/context.server.ts';

/** Brings the result of an automation to its case. Twice does no harm: a result is waited for once, and a late one changes nothing. */
export const bringResult = (caseId: string, result: Result, now: Date): Promise<Changed | Refusal> =>
  inTransaction((transaction) => {
    const decide = (known: Known) => changeBy(known, result, now);
    return changeCase(transaction, { caseId, decide }, now);
  });

function changeBy({ definition, record }: Known, result: Result, now: Date): Change | null {
  const decision = decideResult(definition, record, result, now);
  const { outcome } = result;
  const details = 'error' in outcome ? { error: outcome.error } : {};
  return decision && { ...decision, actor: { kind: 'system' }, entry: { ...decision.entry, details } };
}
