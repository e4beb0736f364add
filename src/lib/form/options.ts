import type { Field } from './form-view.svelte.ts';

/** How many options are shown at once; more of them stand in a list that opens. */
const MOST_BUTTONS = 12;
/** In the cell of a table, whose rows are to be read beside one another. */
const MOST_IN_CELL = 2;

/** Whether every option shows, so that a question can stand below its option. */
export const showsOptions = ({ looks, options, inTable }: Field): boolean =>
  looks === 'yes-no' || (looks === 'choose-one' && options.length <= (inTable ? MOST_IN_CELL : MOST_BUTTONS));

/** How conditions of the form name the answer of a choice whose options show; undefined for anything else. */
export const nameInForm = (field: Field, formKey: string): string | undefined =>
  showsOptions(field) ? `/${formKey}${field.name}` : undefined;

/** How conditions within a row name it: from the row. */
export const nameInRow = (field: Field, row: string): string | undefined =>
  showsOptions(field) ? field.name.slice(row.length) : undefined;
