import type { Waiting } from '../flow/model.ts';

/** What a case asks somebody to pay now, by the automation that waits for it. */
export interface AskedPayment {
  readonly automation: string;
  /** The visit that waits: a later one asks anew. */
  readonly visit: number;
  /** In öre. */
  readonly amount: number;
  /** Key of the message that says what it is for. */
  readonly text: string | null;
}

/** 1,000,000,000 kr: what a payment may be at most. */
const MOST = 100_000_000_000;

/** What the input of a payment that is taken asks for, in öre; null when it is no amount. Pure. */
export const amountOf = ({ input }: Pick<Waiting, 'input'>): number | null => {
  const amount = Number(input['amount'] ?? NaN);
  return Number.isInteger(amount) && amount >= 0 && amount <= MOST ? amount : null;
};

export const isTaken = ({ src, input }: Pick<Waiting, 'src' | 'input'>): boolean =>
  src === 'payment' && input['direction'] === 'in';

/** The payments that are waited for. Pure. */
export const askedPayments = (waiting: readonly Waiting[]): AskedPayment[] =>
  waiting.filter(isTaken).flatMap((one) => {
    const amount = amountOf(one);
    const text = one.input['text'];
    return amount === null || amount === 0
      ? []
      : [{ automation: one.id, visit: one.seq, amount, text: typeof text === 'string' ? text : null }];
  });
