import type { Refusal } from '../errors/refusal.ts';
import { isRefusal } from '../errors/refusal.ts';
import type { LoadedCase } from '../persistence/load-case.server.ts';
import { inTransactionOfStep, type Transaction } from '../persistence/transaction.server.ts';
import { stockholmDay } from '../time/day.ts';
import { ownParties } from '../access/roles.ts';
import { availableEvents } from '../flow/available-events.ts';
import { appealOfBeslut } from './appeal-of-beslut.ts';
import { decide, type EventDecision } from './decide.ts';
import { changeCase, type Changed, type ChangeWish, type Known } from './loop.server.ts';
import type { Command } from './model.ts';
import { rulesOf } from './rules.server.ts';
import { snapshotOf } from './snapshot.server.ts';
import { submissionHash, type Change, type Submitted } from './rows/context.server.ts';

/**
 * Sends an event to a case: the button that a person pressed, with the answers of its form.
 *
 * @param command `key` makes a repeat harmless; `seq` is what the sender saw
 * @param read the case, when it was read just now: only for a sender who had nothing to send that takes time
 * @returns the case's new seq and states, or why not: `case.not_found`, `case.changed` (with the present `seq`), `case.closed`,
 * `access.denied`, `flow.event_not_allowed`, `form.answers_invalid` (with faults), `command.key_reused`
 */
export const actOnCase = (command: Command, now: Date, read?: LoadedCase): Promise<Changed | Refusal> =>
  inTransactionOfStep((transaction) => actOnCaseIn(transaction, { ...command, read }, now));

/** `actOnCase` inside the caller's transaction. */
export function actOnCaseIn(
  transaction: Transaction,
  command: Command & Pick<ChangeWish, 'read'>,
  now: Date
): Promise<Changed | Refusal> {
  const { key, actor, caseId, seq, event, answers, read } = command;
  const content = [caseId, event, answers ?? null];
  const wish = { caseId, read, wish: { key, actor, content }, decide: (known: Known) => changeBy(known, command, now) };
  return changeCase(transaction, { ...wish, ...(seq !== undefined && { seq }) }, now);
}

function changeBy(known: Known, command: Command, now: Date): Change | Refusal {
  // What the sender saw was tried by the loop, which knows what need not have been seen.
  const decision = decide(rulesOf(known.definition), known.record, { ...command, seq: known.record.seq }, now);
  if (isRefusal(decision)) return decision;
  const appeal = availableEvents(known.definition, known.record.state).find(({ event }) => event === command.event)
    ?.meta.appeal;
  const also = {
    ...(command.draftId !== undefined && { draftId: command.draftId }),
    ...(appeal &&
      appealOfBeslut(known.locked, {
        appeal,
        own: ownParties(command.actor, known.record).map(({ partyId }) => partyId),
        on: decision.arrived?.on ?? stockholmDay(now)
      }))
  };
  return { ...decision, also, actor: command.actor, submitted: submittedBy(known, command, decision, now) };
}

/** The submission of an event, in the language of the case. */
function submittedBy(
  { definition, locked, record }: Known,
  { actor }: Command,
  { submission, arrived }: EventDecision,
  now: Date
): Submitted | null {
  if (!submission) return null;
  const { form, answers, projection } = submission;
  const { language } = locked.case_;
  const [own] = ownParties(actor, record);
  const sender = locked.parties.find(({ id }) => id === own?.partyId);
  // Who has protected identity must not be read of in the diarium, also where staff wrote the name (OSL 22:1).
  const told = locked.parties.some((party) => party.protected) ? null : (arrived?.from ?? null);
  return {
    ...{ form, answers, language, snapshot: snapshotOf(definition, form, language, projection) },
    sha256: submissionHash(definition.hash, form, language, answers),
    correspondent: arrived ? told : sender && !sender.protected ? sender.name : null,
    arrivedOn: arrived?.on ?? stockholmDay(now),
    cameIn: arrived !== null,
    partyId: sender?.id ?? null
  };
}
