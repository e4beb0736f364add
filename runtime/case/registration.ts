/** Somebody as staff write them down, word for word: what could not be read stands as it was typed. */
export interface WrittenParty {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  /** Personnummer or organisationsnummer. */
  readonly number: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  /** Skyddade personuppgifter, as far as the writer knows. */
  readonly isProtected: boolean;
}

/** How a case comes in that somebody at work registers for another, as it is kept with the draft. */
export interface Registration {
  readonly channel: string;
  /** The day it arrived, which may be before the day it is registered (FL 22 §), `YYYY-MM-DD`. */
  readonly arrivedOn: string;
  readonly party: WrittenParty;
}
