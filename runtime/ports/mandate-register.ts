import type { MandateGround } from '../access/model.ts';

/** What a register says of a right to act for somebody. */
export interface RegisteredMandate {
  readonly principal:
    | { readonly kind: 'organisation'; readonly organisationsnummer: string; readonly name: string }
    | { readonly kind: 'person'; readonly personnummer: string; readonly name: string };
  readonly ground: MandateGround;
  /** False for who signs for a company only together with others (ABL 8 kap.), and for one of two custodians (FB 6:13). */
  readonly alone: boolean;
  /** The case types that it is good for, by slug; null: all. */
  readonly caseTypes: readonly string[] | null;
}

/**
 * Who may act for whom: Bolagsverket's registers of who signs for a company, the service Mina ombud, the population register's custody.
 * Nothing of an answer may be logged.
 */
export interface MandateRegister {
  /** Everybody that a person may act for today; `unavailable` when it does not answer, which is never taken for a yes. */
  mandatesOf(personnummer: string): Promise<readonly RegisteredMandate[] | 'unavailable'>;
}
