import type { Fullmakt } from '#runtime';
import { formatDate } from '#lib/text/format.ts';
import { t } from '#lib/text/index.ts';
import type { Language } from '#lib/text/language.ts';

type Told = Pick<Fullmakt, 'caseTypes' | 'fromDay' | 'toDay'>;

/** What a fullmakt is for, and when, in words. */
export function fullmaktWords(
  { caseTypes, fromDay, toDay }: Told,
  titles: ReadonlyMap<string, string>,
  language: Language
) {
  const say = t(language);
  const from = formatDate(fromDay, language);
  return {
    what: caseTypes ? caseTypes.map((slug) => titles.get(slug) ?? slug).join(', ') : say('fullmakt.all'),
    period:
      toDay === null
        ? say('fullmakt.periodOpen', { from })
        : say('fullmakt.periodBoth', { from, to: formatDate(toDay, language) })
  };
}

/** A fullmakt as its pages show it. */
export const fullmaktView = (fullmakt: Fullmakt, titles: ReadonlyMap<string, string>, language: Language) => ({
  ...{ id: fullmakt.id, as: fullmakt.as, standing: fullmakt.standing, principal: fullmakt.principal.name },
  ...{ ombud: fullmakt.ombudName, isOnPaper: fullmakt.organ !== null },
  isByBeslut: fullmakt.ground === 'guardian',
  mayEnd: fullmakt.ground === 'fullmakt' && (fullmakt.standing === 'holds' || fullmakt.standing === 'ahead'),
  ...fullmaktWords(fullmakt, titles, language)
});

export type FullmaktView = ReturnType<typeof fullmaktView>;

/** As people write it. */
export const printedNumber = (personnummer: string): string => personnummer.replace(/^(\d{8})(\w{4})$/, '$1-$2');
