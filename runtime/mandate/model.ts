import type { Mandate, Principal } from '../access/model.ts';

/** Which principal is meant, without a name: what a session keeps. */
export type PrincipalKey =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'organisation'; readonly organisationsnummer: string };

/** Somebody for whom a person may act, or could if others did it with them. */
export interface Represented {
  readonly principal: Principal;
  /** By which rights; empty when they may act only together with others. */
  readonly mandates: readonly Mandate[];
  /** The last day of a right that ends, `YYYY-MM-DD`. */
  readonly until: string | null;
}

/** Whom a person may act for. */
export interface Representation {
  readonly represented: readonly Represented[];
  /** False when a register did not answer: there may be more. */
  readonly isWhole: boolean;
}

/** Who asks: as they have proved by e-identification. */
export interface Identified {
  readonly personId: string;
  readonly personnummer: string;
}

export const keyOf = (principal: Principal | PrincipalKey): string =>
  principal.kind === 'person' ? principal.personId : principal.organisationsnummer;
