import type { Control, Literal } from '#runtime/definition/types.ts';
import type { FieldType } from '#runtime/check/field-type.ts';
import { money } from '#runtime/form/kinds/money.ts';
import { number } from '#runtime/form/kinds/number.ts';

/** Amounts are typed in kronor and kept in öre. */
export const isMoney = (control: Control | undefined): boolean =>
  control?.options.kind === 'money' || (control?.options.kind === 'calculated' && control.options.shownAs === 'money');

/** A literal as it stands in its input. */
export function write(value: Literal, { isAmount, language }: { isAmount: boolean; language: string }): string {
  if (typeof value === 'number') return (isAmount ? money : number).write(value, language);
  return String(value);
}

/** What somebody typed as a literal; undefined when it cannot be one of this type. */
export function read(text: string, type: FieldType, isAmount: boolean): Literal | undefined {
  if (type.kind !== 'number') return type.kind === 'boolean' ? text === 'true' : text;
  const kind = isAmount ? money : number;
  const value = kind.parse([text], { schema: { type: 'number' }, today: '' });
  return typeof value === 'number' ? value : undefined;
}
