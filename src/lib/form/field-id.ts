/** The id of the input of an answer: unique on a page with several forms, and readable in an address. */
export const fieldId = (formKey: string, pointer: string): string => formKey + pointer.replaceAll('/', '.');
