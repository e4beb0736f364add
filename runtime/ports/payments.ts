/** What somebody is asked to pay. */
export interface PaymentOrder {
  /** Ours, and the same at every try: the provider makes one payment of it. */
  readonly id: string;
  /** In öre, more than 0. */
  readonly amount: number;
  /** What the payer and the provider see: the number of the case. Nothing of what the case is about. */
  readonly reference: string;
  /** Absolute address of ours, to come back to. Says nothing about the person, and proves nothing. */
  readonly returnUrl: string;
  readonly language: 'sv' | 'en';
}

/** A payment that the provider has begun: its own name for it, and the address where one pays. */
export interface BegunPayment {
  readonly providerId: string;
  readonly location: string;
}

/** What is to be paid out. */
export interface PayoutOrder {
  /** Ours, and the same at every try: it is paid out once. */
  readonly id: string;
  /** In öre, more than 0. */
  readonly amount: number;
  /** The number of the case. */
  readonly reference: string;
  /** Personnummer or organisationsnummer: the provider knows the account. */
  readonly payee: string;
}

/** How a payment stands, by the provider's word. `ended`: it can no longer be paid, and another may be begun. */
export type PaymentState =
  | { readonly status: 'open' }
  | { readonly status: 'paid'; readonly amount: number; readonly reference: string }
  | { readonly status: 'ended' };

/**
 * Takes payment by a provider's own pages, and pays out. That somebody has paid is known by asking the provider, never by what a
 * browser says. All throw when the provider does not answer, to be tried again.
 */
export interface Payments {
  /** `refused`: the provider will never take this one. */
  begin(order: PaymentOrder): Promise<BegunPayment | 'refused'>;
  stateOf(providerId: string): Promise<PaymentState>;
  /** Has it paid out, and gives the provider's own name for it. `refused`: never by this provider. */
  payOut(order: PayoutOrder): Promise<{ readonly providerId: string } | 'refused'>;
}
