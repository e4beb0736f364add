import type { Actor } from '../access/model.ts';
import type { Appeal, CommunicationGround, Outcome, Role } from '../definition/types.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Effect, EngineState } from '../flow/model.ts';
import type { Answers, Projection } from '../form/model.ts';

export type { Actor, CaseRecord, Membership, PartyRef } from '../access/model.ts';
export type { LegalState } from '../definition/types.ts';

/** One wish to change a case. `key` makes a repeat harmless; `seq` is what the sender saw. */
export interface Command {
  readonly key: string;
  readonly caseId: string;
  readonly seq?: number;
  readonly actor: Actor;
  readonly event: string;
  readonly answers?: Answers;
  /** The draft that the answers were written in: its files are taken over, and nothing of it is left. */
  readonly draftId?: string;
}

/** What a step records of a beslut (FL 25, 31 to 33 and 35 §§, KL 6:37 to 40, 7:5 to 8): `meta.beslut` of the event with its pointers looked up. */
export interface BeslutRecord {
  readonly kind:
    'namndbeslut' | 'fullmaktigebeslut' | 'delegationsbeslut' | 'ordforandebeslut' | 'automatiserat' | 'verkstallighet';
  readonly outcome: Outcome;
  readonly delegation: string | null;
  readonly communication: CommunicationGround | null;
  readonly reasons: string | null;
  readonly legalBasis: string | null;
  readonly presentedBy: string | null;
  readonly participants: readonly string[];
  /** As the case type says at the time, or the event in its place. */
  readonly appeal: Appeal;
  /** What it does to the latest beslut, whose place it takes (FL 36 to 39 §§); null: it stands by itself. */
  readonly changes: 'rattelse' | 'andring' | null;
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
