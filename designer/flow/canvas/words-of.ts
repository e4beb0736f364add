import type { Condition, Flow } from '#runtime/definition/types.ts';
import { describeForms } from '#runtime/form/describe.ts';
import { sentence } from '#runtime/form/sentence.ts';
import { findText } from '#runtime/form/texts.ts';
import { drawingOf } from '#runtime/flow/bpmn/figures.ts';
import { isDrawable } from '../../form/drawable.ts';
import type { CaseTypeDocument } from '../../document/model.ts';

const LONGEST = 60;

/** What times and branches are called on a drawing, by their places: how long, and on what condition. In Swedish, as the drawing is. Pure. */
export function wordsOf(
  document: CaseTypeDocument,
  flow: Flow,
  periods: Readonly<Record<string, string>>
): Record<string, string> {
  const { figures, lines } = drawingOf(flow);
  const told = conditionTeller(document);
  return Object.fromEntries([
    ...figures.flatMap(({ kind, place }) => {
      const name = place.slice(place.lastIndexOf('/') + 1);
      return kind === 'timer' || kind === 'reminder' ? [[place, periodInWords(periods[name] ?? name)]] : [];
    }),
    ...lines.flatMap(({ branch, isDefault, place }) => {
      if (isDefault) return [[place, 'annars']];
      return branch?.guard ? [[place, shortened(told(branch.guard.params))]] : [];
    })
  ]);
}

function conditionTeller(document: CaseTypeDocument): (condition: Condition) => string {
  const given: unknown = document;
  if (!isDrawable(given)) return () => '';
  const { forms, texts } = given;
  const describe = describeForms(forms, findText(texts, 'sv'), 'sv');
  const named = given.settings.conditions ?? {};
  return (condition) => {
    try {
      const whole = condition.op === 'ref' ? (named[condition.condition] ?? condition) : condition;
      return sentence(whole, describe, 'sv');
    } catch {
      // A condition that is only half made has no words yet.
      return '';
    }
  };
}

/** `P14D` is `14 dagar`. */
function periodInWords(period: string): string {
  const [, days, weeks, months, years, hours] = /^P(?:(\d+)D|(\d+)W|(\d+)M|(\d+)Y|T(\d+)H)$/.exec(period) ?? [];
  const some = (number: string | undefined, one: string, many: string): string =>
    number === undefined ? '' : `${number} ${number === '1' ? one : many}`;
  const words = [
    days === '0' ? 'samma dag' : some(days, 'dag', 'dagar'),
    some(weeks, 'vecka', 'veckor'),
    some(months, 'månad', 'månader'),
    some(years, 'år', 'år'),
    some(hours, 'timme', 'timmar')
  ];
  return words.find((each) => each !== '') ?? period;
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);
