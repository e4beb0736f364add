import type { CaseType } from '../../definition/case-type.ts';
import type { Condition, Flow } from '../../definition/types.ts';
import { describeForms } from '../../form/describe.ts';
import { sentence } from '../../form/sentence.ts';
import { findText } from '../../form/texts.ts';
import { drawingOf } from './figures.ts';
import type { Naming } from './names.ts';

const LONGEST = 60;
const OTHERWISE = { sv: 'annars', en: 'otherwise' };

/** What conditions are told by. */
export type Worded = Pick<CaseType, 'forms' | 'texts' | 'settings'>;

interface Wording {
  readonly language: 'sv' | 'en';
  /** How long the times of the flow are, by their names. */
  readonly periods: Readonly<Record<string, string>>;
}

/**
 * What times and branches are called on a drawing, by their places: how long, and on what condition. Without a case type
 * that conditions can be told by they have no words. Pure.
 */
export function wordsOf(caseType: Worded | null, flow: Flow, { language, periods }: Wording): Record<string, string> {
  const { figures, lines } = drawingOf(flow);
  const told = caseType ? conditionTeller(caseType, language) : () => '';
  return Object.fromEntries([
    ...figures.flatMap(({ kind, place }) => {
      const name = place.slice(place.lastIndexOf('/') + 1);
      return kind === 'timer' || kind === 'reminder' ? [[place, periodInWords(periods[name] ?? name, language)]] : [];
    }),
    ...lines.flatMap(({ branch, isDefault, place }) => {
      if (isDefault) return [[place, OTHERWISE[language]]];
      return branch?.guard ? [[place, shortened(told(branch.guard.params))]] : [];
    })
  ]);
}

/** How long the times of a case type are, by their names. Pure. */
export const periodsOf = ({ settings }: Pick<CaseType, 'settings'>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings.delays ?? {}).map(([name, { period }]) => [name, period]));

/** All that is written on the drawing of a case type. Pure. */
export const namingOf = (caseType: Worded & Pick<CaseType, 'flow'>, language: 'sv' | 'en' = 'sv'): Naming => ({
  texts: { ...caseType.texts.sv, ...(language === 'en' && caseType.texts['en']) },
  words: wordsOf(caseType, caseType.flow, { language, periods: periodsOf(caseType) })
});

function conditionTeller({ forms, texts, settings }: Worded, language: string): (condition: Condition) => string {
  const describe = describeForms(forms, findText(texts, language), language);
  const named = settings.conditions ?? {};
  return (condition) => {
    try {
      const whole = condition.op === 'ref' ? (named[condition.condition] ?? condition) : condition;
      return sentence(whole, describe, language);
    } catch {
      // A condition that is only half made has no words yet.
      return '';
    }
  };
}

const UNITS = {
  sv: [
    ['dag', 'dagar'],
    ['vecka', 'veckor'],
    ['månad', 'månader'],
    ['år', 'år'],
    ['timme', 'timmar']
  ],
  en: [
    ['day', 'days'],
    ['week', 'weeks'],
    ['month', 'months'],
    ['year', 'years'],
    ['hour', 'hours']
  ]
} as const;

/** `P14D` is `14 dagar`. */
function periodInWords(period: string, language: 'sv' | 'en'): string {
  const numbers = /^P(?:(\d+)D|(\d+)W|(\d+)M|(\d+)Y|T(\d+)H)$/.exec(period)?.slice(1) ?? [];
  if (numbers[0] === '0') return language === 'sv' ? 'samma dag' : 'the same day';
  const [found] = numbers.flatMap((number, index) => {
    const [one, many] = UNITS[language][index] ?? [];
    return number === undefined ? [] : [`${number} ${number === '1' ? one : many}`];
  });
  return found ?? period;
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);
