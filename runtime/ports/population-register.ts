/** What the population register says of a person, as far as a case may use it. */
export interface RegisteredPerson {
  readonly personnummer: string;
  /**
   * Skyddade personuppgifter: then there is neither name nor address here. What the register says in a way we do not understand
   * counts as protected.
   */
  readonly protected: boolean;
  readonly name: { readonly full: string; readonly given: string; readonly family: string } | null;
  readonly address: RegisteredAddress | null;
  /** Who said so and when (ISO 8601), to show beside what is filled in beforehand. */
  readonly source: 'Skatteverket';
  readonly at: string;
}

/** With the parts that an address of a form has. */
export interface RegisteredAddress {
  readonly careOf?: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** The population register (folkbokföringen). Nothing of an answer may be logged. */
export interface PopulationRegister {
  /** `not-found`: no such person there; `unavailable`: it does not answer, or not in a way we understand. */
  lookUp(personnummer: string): Promise<RegisteredPerson | 'not-found' | 'unavailable'>;
}
