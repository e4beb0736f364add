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
      /** Another, for whom the person acts just now: then they are nobody in their own cases. */
      readonly actsFor?: ActsFor;
      /** Whose deputy somebody is today: their roles stand among the memberships. */
      readonly standsInFor?: readonly StandsInFor[];
    }
  /** Holds the status link of one case. */
  | { readonly kind: 'link'; readonly caseId: string }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system' };

/** For whom somebody acts, and the rights by which they do; none that has ended, and at least one. */
export interface ActsFor {
  readonly principal: Principal;
  readonly mandates: readonly Mandate[];
}

export type Principal =
  | { readonly kind: 'person'; readonly personId: string; readonly name: string }
  | { readonly kind: 'organisation'; readonly organisationsnummer: string; readonly name: string };

/** What a right to act for somebody comes from: firmateckning, a fullmakt, the beslut of a court or överförmyndare, or custody. */
export const MANDATE_GROUNDS = ['signatory', 'fullmakt', 'guardian', 'custodian'] as const;
export type MandateGround = (typeof MANDATE_GROUNDS)[number];

/** A right to act for somebody. */
export interface Mandate {
  /** Of the one that is kept here; null for what a register says. */
  readonly id: string | null;
  readonly ground: MandateGround;
  /** The case types that it is good for, by slug; null: all. */
  readonly caseTypes: readonly string[] | null;
  /** The organ before which it holds; null: all. */
  readonly organ: string | null;
}

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
  /** Only when it is proved to be the party's own. */
  readonly organisationsnummer?: string | null;
  readonly role: 'applicant' | 'party' | 'ombud';
  /** A part in the sense of förvaltningslagen; one who reports somebody else's matter is not. */
  readonly isPart: boolean;
}

/** What access and the engine need to know of a case. */
export interface CaseRecord {
  readonly id: string;
  /** The case type. */
  readonly slug: string;
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
export type CasePlace = Pick<CaseRecord, 'id' | 'slug' | 'organ' | 'unit' | 'parties'>;
