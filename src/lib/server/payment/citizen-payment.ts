import type { CasePayment } from '#runtime';

/** A payment as a citizen reads of it. */
export interface CitizenPayment extends Pick<CasePayment, 'automation' | 'amount' | 'standing' | 'paidAt'> {
  /** What it is for, in the words of the case type. */
  readonly what: string | undefined;
}

export const citizenPayments = (
  payments: readonly CasePayment[],
  texts: Readonly<Record<string, string>>
): CitizenPayment[] =>
  payments.map(({ automation, amount, standing, paidAt, text }) => ({
    ...{ automation, amount, standing, paidAt },
    what: text === null ? undefined : wordsOf(texts[`message.${text}.subject`])
  }));

/** Words that are to be filled in belong to a message; here nothing fills them in. */
const wordsOf = (words: string | undefined) => (words?.includes('{') ? undefined : words);
