import type { FieldType } from '#runtime/check/field-type.ts';
import type { Value } from '#runtime/definition/types.ts';
import type { Subject, Vocabulary } from './vocabulary.ts';

const isDate = ({ kind }: FieldType): boolean => kind === 'date' || kind === 'date-time';

/** What a subject can be compared with: answers of the same sort, but for itself. */
export const comparable = (
  { subjects }: Vocabulary,
  beside: Subject | undefined,
  type = beside?.type
): readonly Subject[] =>
  subjects.filter(
    (one) =>
      one.key !== beside?.key &&
      type !== undefined &&
      (one.type.kind === type.kind || (isDate(one.type) && isDate(type)))
  );

/** The key of the subject that a value takes; undefined for a literal and for a calculation. */
export function keyOfValue(value: Value): string | undefined {
  if (typeof value !== 'object') return undefined;
  if ('from' in value) return `field:${value.from}`;
  return 'calc' in value ? undefined : `item:${value.item}`;
}

export const valueOfSubject = ({ isItem, pointer }: Subject): Value => (isItem ? { item: pointer } : { from: pointer });
