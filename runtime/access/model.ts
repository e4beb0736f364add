import type { LegalState, Role } from '../definition/types.ts';
import type { EngineState } from '../flow/model.ts';

/** Who does something. Roles over a case follow from memberships and parties, never from the caller's word. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly name: string;
      readonly memberships: readonly Membership[];
      /** Skyddade personuppgifter, or not known not to have them: masked everywhere. */
      readonly protected?: boolean;
      /** Another system, by a token: it has the role that its scope names and never administers the installation. */
      readonly service?: true;
      /** Administers the installation: organs, people, their roles. Given on its own, and by no role. */
      readonly administers?: true;
      /** Another system that may keep the people and groups of the staff. */
      readonly provisions?: true;
      /** Whose deputy somebody is today: their roles stand among the memberships. */
      readonly standsInFor?: readonly StandsInFor[];
    }
  /** Holds the status link of one case. */
  | { readonly kind: 'link'; readonly caseId: string }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system' };

/** A colleague who is absent, and the last day of it, if it is known. */
export interface StandsInFor {
  readonly personId: string;
  readonly name: string;
  readonly until: string | null;
}

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
  /** Who holds the items of the delegationsordning that its besluts need, today. */
  readonly delegations: readonly Delegation[];
  readonly state: EngineState;
}

/** An item of the delegationsordning, and who holds it: a role in the organ or in one unit of it, one person, or an automated function. */
export interface Delegation {
  readonly item: string;
  readonly title: string;
  readonly unit: string | null;
  readonly role: Role | null;
  readonly personId: string | null;
  readonly automated: boolean;
}

/** Where a case lies and who stands in it: what roles follow from. */
export type CasePlace = Pick<CaseRecord, 'id' | 'organ' | 'unit' | 'parties'>;
