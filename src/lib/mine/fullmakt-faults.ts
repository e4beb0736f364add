import type { FullmaktField } from '#runtime/mandate/fullmakt.ts';
import type { Translate } from '#lib/text/translate.ts';

const FIELDS: readonly FullmaktField[] = [
  ...(['principal', 'principalName', 'basis'] as const),
  ...(['ombudName', 'ombudPersonnummer', 'caseTypes', 'fromDay', 'toDay'] as const)
];

/** What is said of a field, when it is among those that are wrong. */
export const faultOf = (t: Translate, wrong: readonly string[], field: FullmaktField): string | undefined =>
  wrong.includes(field) ? t(`fullmakt.wrong.${field}`) : undefined;

/** The same of all fields, as the error summary lists them. */
export const faultLines = (t: Translate, wrong: readonly string[]) =>
  FIELDS.flatMap((field) => {
    const text = faultOf(t, wrong, field);
    return text === undefined ? [] : [{ field, text }];
  });
