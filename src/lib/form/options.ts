import type { FormSchema, TypedSchema } from '#runtime/definition/types.ts';
import type { Field } from './form-view.svelte.ts';
import { resolve } from '#runtime/form/schema-at.ts';

/** The values of a choice, in order. */
export function optionsOf(schema: TypedSchema, root: FormSchema): readonly string[] {
  const choice = schema.type === 'array' ? resolve(schema.items, root) : schema;
  if (choice?.type !== 'string') return [];
  return choice.enum ?? choice.oneOf?.map((option) => option.const) ?? [];
}

/** How many options are shown at once; more of them stand in a list that opens. */
const MOST_BUTTONS = 12;

/** Whether every option shows, so that a question can stand below its option. */
export const showsOptions = (kind: string, options: readonly string[]): boolean =>
  kind === 'yes-no' || (kind === 'choose-one' && options.length <= MOST_BUTTONS);

/** How conditions of the form name the answer of a choice whose options show; undefined for anything else. */
export const nameInForm = (field: Field, formKey: string): string | undefined =>
  showsOptions(field.looks, field.options) ? `/${formKey}${field.name}` : undefined;

/** How conditions within a row name it: from the row. */
export const nameInRow = (field: Field, row: string): string | undefined =>
  showsOptions(field.looks, field.options) ? field.name.slice(row.length) : undefined;
