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

export function typedFullmakt(form: FormData): TypedFullmakt {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, MOST);
  return {
    ...{ ombudName: text('ombudName'), number: text('ombudPersonnummer'), isForAll: form.get('what') !== 'some' },
    caseTypes: form.getAll('caseTypes').map(String).slice(0, MOST),
    ...{ fromDay: text('fromDay'), toDay: text('toDay') }
  };
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
