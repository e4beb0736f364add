import { hiddenAs, viewOf } from '../access/view.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import type { Definition } from '../flow/model.ts';
import { isTaken } from '../persistence/bookings.server.ts';
import { answerCommand, claimCommand, type Claim } from '../persistence/claim-command.server.ts';
import { hashJson, hashText, type Hex } from '../persistence/hash.server.ts';
import { lockCase, type LoadedCase } from '../persistence/load-case.server.ts';
import type { Transaction } from '../persistence/transaction.server.ts';
import { writeStep } from '../persistence/write-step.server.ts';
import { definitionOf } from './definitions.server.ts';
import { stockholmDay } from '../time/day.ts';
import type { Delegation } from '../access/model.ts';
import type { DelegationRow } from '../persistence/rows.ts';
import type { Actor, CaseRecord } from './model.ts';
import { actorText, principalText, type Change } from './rows/context.server.ts';
import { stepRows } from './rows/step-rows.server.ts';

/** What a change that was carried out tells its sender. */
export interface Changed {
  readonly seq: number;
  readonly states: readonly string[];
  /** The number that the case got in this step, if it got one. */
  readonly number?: string;
}

/** A case under its lock, the version of the case type, and what the rules read of it. */
export interface Known {
  readonly locked: LoadedCase;
  readonly definition: Definition;
  readonly record: CaseRecord;
}

/** A wish that may be repeated: its key, and what it says, so that the same key with other content is seen. */
export interface Wish {
  readonly key: string;
  readonly actor: Actor;
  readonly content: Json;
}

export interface ChangeWish {
  readonly caseId: string;
  /** The case as its sender's rights were just tried on; it is not read again when no step has been taken since. */
  readonly read?: LoadedCase | undefined;
  /** What the sender saw; left out by the platform itself, which holds the lock. */
  readonly seq?: number;
  /** Left out by the platform itself: a timer that has fired is gone, and so cannot fire twice. */
  readonly wish?: Wish;
  /** The change, or a refusal, or nothing to change. Pure but for ids. */
  readonly decide: (known: Known) => Change | Refusal | null;
}

/**
 * The one loop. Claims the command, locks the case, loads its version, lets `decide` say what changes, writes all of it or nothing.
 * A refusal is kept as the command's answer. Inside the caller's transaction.
 */
export async function changeCase(transaction: Transaction, wish: ChangeWish, now: Date): Promise<Changed | Refusal> {
  const [claim, locked] = await Promise.all([
    claimWish<Changed>(transaction, wish.wish, now),
    lockCase(transaction, wish.caseId, wish.read)
  ]);
  const known = answerOf(claim);
  if (known) return known;
  const outcome = locked ? await decideOn(transaction, locked, wish, now) : refuse('case.not_found');
  if (outcome === null) return { seq: locked?.case_.seq ?? 0, states: locked?.case_.states ?? [] };
  if (isRefusal(outcome)) return keepRefusal(transaction, claim.key, outcome);
  const rows = stepRows(outcome.before, outcome.definition, outcome.change, now);
  if (await isTaken(transaction, rows.booking ?? [], wish.caseId))
    return keepRefusal(transaction, claim.key, refuse('booking.taken'));
  const answer = { seq: rows.case_.seq, states: rows.case_.states };
  const command = claim.key ? { key: claim.key, answer: { ...answer, states: [...answer.states] } } : null;
  const number = await writeStep(transaction, { ...rows, command });
  return number === null ? answer : { ...answer, number };
}

async function decideOn({ run }: Transaction, locked: LoadedCase, { seq, wish, decide }: ChangeWish, now: Date) {
  const definition = await definitionOf(locked.case_.version_id, run);
  const record = recordOf(locked, now);
  const isStale = seq !== undefined && (seq < locked.seenSeq || seq > locked.case_.seq);
  const stale = isStale ? refuse('case.changed', { seq: locked.case_.seq }) : null;
  if (stale && (!wish || viewOf(definition.caseType.settings, record, wish.actor).parts.includes('status')))
    return stale;
  const change = decide({ locked, definition, record });
  // Who has nothing to do with the case is told neither how far it has come nor, where that is secret, that there is one.
  if (wish && change && isRefusal(change) && change.refused === 'access.denied')
    return hiddenAs(definition.caseType.settings, record, wish.actor);
  if (change === null || isRefusal(change)) return change;
  if (stale) return stale;
  return { change, definition, before: { ...locked, parties: record.parties } };
}

export type ClaimedWish<Answer> = Claim<Answer | Refusal> & { readonly key: Hex | null };

/** Claims the key of a wish. The key itself is not kept, since who has it may read the answer. */
export async function claimWish<Answer>(
  transaction: Transaction,
  wish: Wish | undefined,
  now: Date
): Promise<ClaimedWish<Answer>> {
  // What a unit of work does is repeated as a whole, or not at all.
  if (!wish || transaction.unit) return { kind: 'fresh', key: null };
  const key = hashText(wish.key);
  const request = hashJson([actorText(wish.actor), ...principalText(wish.actor), wish.content]);
  const claim = await claimCommand<Answer | Refusal>(transaction, { key, request }, now);
  return { ...claim, key };
}

/** What was answered before, to a repeat; undefined when the wish is fresh. */
export function answerOf<Answer>(claim: ClaimedWish<Answer>): Answer | Refusal | undefined {
  if (claim.kind === 'fresh') return undefined;
  return claim.kind === 'reused' ? refuse('command.key_reused') : claim.answer;
}

/** Keeps a refusal as the answer of its command. */
export async function keepRefusal(transaction: Transaction, key: Hex | null, refusal: Refusal): Promise<Refusal> {
  const answer: JsonObject = JSON.parse(JSON.stringify(refusal));
  if (key) await answerCommand(transaction, key, answer);
  return refusal;
}

/** What access and the engine read of a case. Without `now` nobody holds any delegation, as none of those who stand outside does. */
export function recordOf({ case_, parties, timers, waiting, delegations }: LoadedCase, now?: Date): CaseRecord {
  const today = now && stockholmDay(now);
  return {
    id: case_.id,
    slug: case_.slug,
    seq: case_.seq,
    organ: case_.organ_key,
    unit: case_.unit_key,
    legalState: case_.legal_state,
    assigneeId: case_.assignee_id,
    parties: parties.map(({ id, person_id, organisation_proved, organisationsnummer, role, is_part }) => ({
      partyId: id,
      personId: person_id,
      organisationsnummer: organisation_proved ? organisationsnummer : null,
      role,
      isPart: is_part
    })),
    delegations: delegations.filter((row) => isHeld(row, today)).map(delegationOf),
    state: {
      ...{
        value: case_.value,
        status: case_.status,
        data: case_.data,
        visits: case_.visits,
        deadlines: case_.deadlines
      },
      timers: timers.map(({ event, delay, state, last_day, at }) => ({
        event,
        delay,
        state,
        lastDay: last_day,
        at: new Date(at).toISOString()
      })),
      waiting: waiting.map(({ id, seq, src, input }) => ({ id, seq, src, input }))
    }
  };
}

const isHeld = ({ from_day, to_day }: DelegationRow, today: string | undefined): boolean =>
  today !== undefined && from_day <= today && (to_day === null || to_day >= today);

const delegationOf = ({ item, title, unit_key, role, person_id, automated }: DelegationRow): Delegation => ({
  ...{ item, title, role, automated },
  unit: unit_key,
  personId: person_id
});
