import type { Appeal, CommunicationGround, Outcome, Role } from '../definition/types.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Effect, EngineState } from '../flow/model.ts';
import type { Answers, Projection } from '../form/model.ts';

/** Who does something. Roles over a case follow from memberships and parties, never from the caller's word. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly name: string;
      readonly memberships: readonly Membership[];
    }
  | { readonly kind: 'link'; readonly caseId: string }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system' };

/** A staff role in one organ, and in one unit of it or (null) all of them. */
export interface Membership {
  readonly organ: string;
  readonly unit: string | null;
  readonly role: Role;
}

export interface PartyRef {
  readonly partyId: string;
  readonly personId: string | null;
  readonly role: 'applicant' | 'party' | 'ombud';
  /** A part in the sense of förvaltningslagen; one who reports somebody else's matter is not. */
  readonly isPart: boolean;
}

/** The state of the case as an ärende, beside its flow. */
export type LegalState = 'oppet' | 'vilande' | 'avslutat' | 'makulerat' | 'ad-acta';

/** What access and the engine need to know of a case. */
export interface CaseRecord {
  readonly id: string;
  /** Grows by one with each change; the page carries it. */
  readonly seq: number;
  readonly organ: string;
  readonly unit: string;
  readonly legalState: LegalState;
  readonly assigneeId: string | null;
  readonly parties: readonly PartyRef[];
  readonly state: EngineState;
}

/** One wish to change a case. `key` makes a repeat harmless; `seq` is what the sender saw. */
export interface Command {
  readonly key: string;
  readonly caseId: string;
  readonly seq?: number;
  readonly actor: Actor;
  readonly event: string;
  readonly answers?: Answers;
}

/** What a step records of a beslut (FL 25, 31 to 33 and 35 §§, KL 6:37 to 40, 7:5 to 8): `meta.beslut` of the event with its pointers looked up. */
export interface BeslutRecord {
  readonly kind: 'namndbeslut' | 'delegationsbeslut' | 'ordforandebeslut' | 'automatiserat' | 'verkstallighet';
  readonly outcome: Outcome;
  readonly delegation: string | null;
  readonly communication: CommunicationGround | null;
  readonly reasons: string | null;
  readonly legalBasis: string | null;
  readonly presentedBy: string | null;
  readonly participants: readonly string[];
  /** As the case type says at the time, or the event in its place. */
  readonly appeal: Appeal;
  /** Why it may be carried out at once; null: when the appeal time has run out. */
  readonly enforceableAtOnce: string | null;
}

/** One wish to open a case. */
export interface Opening {
  readonly caseId: string;
  readonly actor: Actor;
  readonly answers: Answers;
  /** `/case` as it is known before the number is given: channel, language, organ, unit, arrivedOn, applicant. */
  readonly facts: JsonObject;
}

/** What a command leads to; written by the one loop, all of it or nothing. */
export interface Decision {
  readonly state: EngineState;
  readonly effects: readonly Effect[];
  readonly entry: TimelineEntry;
  /** The form's answers as they are stored: projected and validated. */
  readonly submission: { readonly form: string; readonly answers: Answers; readonly projection: Projection } | null;
  readonly beslut: BeslutRecord | null;
}

/** What the timeline says of one change. Never personal data beyond the actor's id. */
export interface TimelineEntry {
  readonly kind: 'opened' | 'event' | 'timer' | 'result' | 'administration';
  readonly event: string;
  readonly role: Role | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly details?: JsonObject;
}
