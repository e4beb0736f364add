import type { Refusal } from '#runtime/errors/refusal.ts';
import { readPersonalNumber } from '#runtime/form/kinds/personal-number.ts';
import type { WrittenFullmakt } from '#runtime/mandate/fullmakt.ts';

const MOST = 200;

/** The fields of a fullmakt as they were typed, to show again. */
export interface TypedFullmakt {
  readonly ombudName: string;
  readonly number: string;
  readonly isForAll: boolean;
  readonly caseTypes: readonly string[];
  readonly fromDay: string;
  readonly toDay: string;
}

/** A field as it was typed, no longer than a line is; a letter that is cut off in the middle goes. */
export const typedText = (form: FormData, name: string): string =>
  String(form.get(name) ?? '')
    .trim()
    .slice(0, MOST)
    .toWellFormed();

export function typedFullmakt(form: FormData): TypedFullmakt {
  const text = (name: string) => typedText(form, name);
  return {
    ...{ ombudName: text('ombudName'), number: text('ombudPersonnummer'), isForAll: form.get('what') !== 'some' },
    caseTypes: form.getAll('caseTypes').map(String).slice(0, MOST),
    ...{ fromDay: text('fromDay'), toDay: text('toDay') }
  };
}

/** The names of the fields that are wrong. */
export function wrongFields({ params }: Refusal): readonly string[] {
  const fields = params?.['fields'];
  return Array.isArray(fields) ? fields.map(String) : [];
}

/** What it says; a number that is none is empty, and a case type that is not there is none. */
export const writtenFullmakt = (
  { ombudName, number, isForAll, caseTypes, fromDay, toDay }: TypedFullmakt,
  known: ReadonlyMap<string, string>,
  today: string
): WrittenFullmakt => ({
  ...{ ombudName, ombudPersonnummer: readPersonalNumber(number, today) ?? '' },
  caseTypes: isForAll ? null : caseTypes.filter((slug) => known.has(slug)),
  ...{ fromDay, toDay: toDay || null }
});
