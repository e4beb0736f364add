import { log } from '../effects/log.server.ts';
import { isRefusal, type Refusal } from '../errors/refusal.ts';
import { isDatabaseUnavailable } from '../persistence/is-unavailable.server.ts';
import { casesWithDueTimers } from '../persistence/timers.server.ts';
import { inTransactionOfStep } from '../persistence/transaction.server.ts';
import { decideTimer } from './decide-news.ts';
import { changeCase, type Changed, type Known } from './loop.server.ts';
import type { Change } from './rows/context.server.ts';

/**
 * Fires every timer that is due, each once, those of one case in the order of their time. Any number of workers may do it at once:
 * each timer is fired under its case's lock, and is gone in the same transaction.
 *
 * A case that fails is told in the log and passed over, so that it stops none of the others.
 *
 * @returns how many were fired here
 */
export async function fireDueTimers(now: Date): Promise<number> {
  let fired = 0;
  const seen: string[] = [];
  for (;;) {
    const due = await casesWithDueTimers(now, seen);
    if (due.length === 0) return fired;
    for (const caseId of due) {
      seen.push(caseId);
      try {
        fired += await fireTimersOf(caseId, now);
      } catch (error) {
        if (isDatabaseUnavailable(error)) throw error;
        log.error({ caseId, error }, 'a timer could not be fired');
      }
    }
  }
}

/** Fires every timer of one case that is due, in the order of their time. */
export async function fireTimersOf(caseId: string, now: Date): Promise<number> {
  let fired = 0;
  while (await fireNext(caseId, now)) fired += 1;
  return fired;
}

/** Fires the earliest due timer of a case, if it has one. */
async function fireNext(caseId: string, now: Date): Promise<boolean> {
  let fired = false;
  const decide = (known: Known): Change | null => {
    const change = firing(known, now);
    fired = change !== null;
    return change;
  };
  const outcome: Changed | Refusal = await inTransactionOfStep((transaction) =>
    changeCase(transaction, { caseId, decide }, now)
  );
  return fired && !isRefusal(outcome);
}

function firing({ definition, record, locked }: Known, now: Date): Change | null {
  const timer = record.state.timers.find(({ at }) => Date.parse(at) <= now.getTime());
  if (!timer) return null;
  // The time of the event is the timer's own, or the clocks that follow would depend on how long the worker slept; never before what has happened.
  const happenedAt = new Date(Math.max(Date.parse(timer.at), Date.parse(locked.case_.changed_at)));
  const decision = decideTimer(definition, record, timer.event, happenedAt);
  const details = { delay: timer.delay, state: timer.state, due: timer.at };
  return decision && { ...decision, happenedAt, actor: { kind: 'system' }, entry: { ...decision.entry, details } };
}
