import type { Condition, DecisionCell, Value } from '#runtime/definition/types.ts';
import type { Json } from '#runtime/definition/json.ts';
import { sentence, valueSentence } from '#runtime/form/sentence.ts';
import type { Translate } from '#lib/text/translate.ts';
import type { Vocabulary } from '../conditions/vocabulary.ts';
import type { ExampleValue } from './coverage.ts';

/** A cell as it is read under its heading: `at most 5`, `leak or flood`. Pure. */
export function cellText(
  cell: DecisionCell | null,
  field: string,
  by: { vocabulary: Vocabulary; t: Translate }
): string {
  const { vocabulary, t } = by;
  if (cell === null) return t('tables.any');
  if (!('value' in cell)) return t(`tables.cell.${cell.op}`);
  if (cell.op === 'withinDays' || cell.op === 'olderThanDays') return t(`tables.cell.${cell.op}`, { days: cell.value });
  const told = [cell.value].flat().map((value) => valueText(value, field, vocabulary));
  if (cell.op === 'in') return new Intl.ListFormat(t.language, { type: 'disjunction' }).format(told);
  const [first = '', second = ''] = told;
  if (cell.op === 'eq') return first;
  return cell.op === 'between'
    ? t('tables.cell.between', { first, second })
    : t(`tables.cell.${cell.op}`, { value: first });
}

/** Under its heading an option needs no quotes. */
const valueText = (value: Value, field: string, { describe, language }: Vocabulary): string =>
  typeof value === 'object'
    ? valueSentence(value, describe, language)
    : describe.value(value, field).replace(/^[”“](.*)”$/, '$1');

/** A result in a row. */
export const outputText = (value: Value | undefined, vocabulary: Vocabulary, t: Translate): string => {
  if (value === undefined || value === '') return t('tables.blank');
  if (typeof value === 'boolean') return t(value ? 'condition.yes' : 'condition.no');
  return typeof value === 'object' ? valueSentence(value, vocabulary.describe, vocabulary.language) : String(value);
};

/** An example as a sentence, with capital and without full stop: `What is “Water” and the amount is not answered`. */
export function exampleText(example: readonly ExampleValue[], vocabulary: Vocabulary): string {
  const args = example.flatMap(({ field, value }) => conditionsOf(field, value));
  return sentence({ op: 'and', args }, vocabulary.describe, vocabulary.language);
}

function conditionsOf(field: string, value: Json): Condition[] {
  if (Array.isArray(value))
    return value.length === 0 ? [{ op: 'empty', field }] : value.flatMap((each) => conditionsOf(field, each));
  return value === null || typeof value === 'object'
    ? [{ op: 'not', args: [{ op: 'answered', field }] }]
    : [{ op: 'eq', field, value }];
}
