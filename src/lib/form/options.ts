import type { Field } from './form-view.svelte.ts';

/** How many options are shown at once; more of them stand in a list that opens. */
const MOST_BUTTONS = 12;

/** Whether every option shows, so that a question can stand below its option. */
export const showsOptions = ({ looks, options }: Field): boolean =>
  looks === 'yes-no' || (looks === 'choose-one' && options.length <= MOST_BUTTONS);

/** How conditions of the form name the answer of a choice whose options show; undefined for anything else. */
export const nameInForm = (field: Field, formKey: string): string | undefined =>
  showsOptions(field) ? `/${formKey}${field.name}` : undefined;

/** How conditions within a row name it: from the row. */
export const nameInRow = (field: Field, row: string): string | undefined =>
  showsOptions(field) ? field.name.slice(row.length) : undefined;
