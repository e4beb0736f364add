import type { CaseType } from '../definition/case-type.ts';
import { asksOthersToSign, coSignerFields } from '../definition/co-signers.ts';
import type { Answers } from '../form/model.ts';
import { at, isObject } from '../form/pointer.ts';
import type { CoSignerRow } from '../persistence/rows.ts';
import type { Applicant } from './applicant.ts';

/** Somebody whom the applicant has named, and who is to sign too. */
type CoSigner = Applicant & { readonly personnummer: string };

/** Who is to sign an application beside the applicant, each once. Nobody where the case type only has them named. Pure. */
export function coSignersOf(caseType: CaseType, application: Answers): CoSigner[] {
  if (!asksOthersToSign(caseType)) return [];
  const rows = coSignerFields(caseType).flatMap(({ answer }) => {
    const value = at({ application }, answer);
    return Array.isArray(value) ? value.filter(isObject) : [];
  });
  const people = rows.flatMap(({ personalNumber, name, email, phone }): CoSigner[] =>
    typeof personalNumber === 'string'
      ? [{ personnummer: personalNumber, name: textOf(name), email: textOf(email), phone: textOf(phone) }]
      : []
  );
  return [...new Map(people.map((person) => [person.personnummer, person])).values()];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What `/case/signatures` says. Pure. */
export function signaturesOf(coSigners: readonly Pick<CoSignerRow, 'answer'>[]): 'waiting' | 'all' | 'refused' {
  if (coSigners.some(({ answer }) => answer === 'refused')) return 'refused';
  return coSigners.every(({ answer }) => answer === 'signed') ? 'all' : 'waiting';
}
