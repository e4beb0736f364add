import type { Json } from '#runtime/definition/json.ts';
import { cite } from '#runtime/effects/statutes.ts';
import { parsePeriod } from '#runtime/time/period.ts';
import type { Translate } from '#lib/text/translate.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { follow } from '../document/path.ts';
import type { Choice, Choices, Field, ListWords } from './model.ts';

/** What can be chosen, in a draft. */
export const choicesOf = (of: Choices, document: CaseTypeDocument): readonly Choice[] =>
  typeof of === 'function' ? of(document) : Object.entries(of).map(([value, label]) => ({ value, label }));

export const choiceLabel = (t: Translate, { label }: Choice): string =>
  typeof label === 'string' ? t(label) : label.text;

/** A value as it stands in the heading of its row; undefined when it says nothing. */
function told(t: Translate, document: CaseTypeDocument, { control, label }: Field, value: Json | undefined) {
  if (value === undefined || value === null || value === '') return undefined;
  switch (control.kind) {
    case 'choice': {
      const found = choicesOf(control.of, document).find((choice) => choice.value === String(value));
      return found ? choiceLabel(t, found) : String(value);
    }
    case 'yes-no':
      return value === true ? t(label) : undefined;
    case 'duration':
      return durationInWords(t, String(value));
    case 'statute': {
      const { sfs, paragraph } = objectOf(value);
      if (typeof sfs !== 'string') return undefined;
      return cite({ sfs, ...(typeof paragraph === 'string' && { paragraph }) }, t.language);
    }
    default:
      return String(value);
  }
}

/** A row in a line: what its list says tells it from the others. Pure. */
export function rowInWords(
  t: Translate,
  { document, row, fields, list }: { document: CaseTypeDocument; row: Json; fields: readonly Field[]; list: ListWords }
): string {
  return list.told
    .flatMap((path) => {
      const field = fields.find((each) => each.path === path);
      return (field && told(t, document, field, follow(row, path.split('/')))) ?? [];
    })
    .join(' · ');
}

/** `P21D` is 21 dagar. */
export function durationInWords(t: Translate, text: string): string {
  const { count, unit } = partsOf(text);
  return unit && parsePeriod(text) ? t(`law.duration.${unit}`, { count }) : text;
}

export const UNITS = ['D', 'W', 'M', 'Y', 'H'] as const;
export type Unit = (typeof UNITS)[number];

/** A duration of the format taken apart: `PT4H` is four hours. */
export function partsOf(duration: string): { readonly count: number; readonly unit: Unit | undefined } {
  const [, count = '', letter = ''] = /^PT?(\d{1,4})([DWMYH])$/.exec(duration) ?? [];
  return { count: Number(count), unit: UNITS.find((one) => one === letter) };
}

export const durationOf = (count: number, unit: Unit): string => `P${unit === 'H' ? 'T' : ''}${count}${unit}`;
