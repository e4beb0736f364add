import type { Json } from '../../definition/json.ts';
import type { Kind, Look } from './model.ts';
import { onLine, partPrinter, partsKind } from './parts.ts';
import { readLine, singleLine } from './single-line.ts';
import { compact, lines, textOf } from './text-of.ts';

const FIVE_DIGITS = /^\d{5}$/;
const swedish = (text: string): string | undefined => {
  const digits = compact(text).replace(/^(SE?-|S-)/i, '');
  return FIVE_DIGITS.test(digits) ? digits : undefined;
};

/** Kept as five digits, printed `852 30`; a foreign one, where the schema has no format, as it is. */
export const postalCode: Kind = singleLine(
  { type: 'string', format: 'postal-code', maxLength: 12 },
  {
    ...readLine(swedish),
    autocomplete: 'postal-code',
    format: (value) => lines(textOf(value).replace(/^(\d{3})(\d{2})$/, '$1 $2'))
  }
);

const line = (autocomplete: string): Kind => singleLine({ type: 'string', maxLength: 100 }, { autocomplete });

/** The parts of a postal address, also those of a person or a company. */
export const addressParts = {
  careOf: line('address-line2'),
  street: line('street-address'),
  postalCode,
  city: line('address-level2'),
  country: line('country-name')
} as const satisfies Record<string, Kind>;

export const addressSchema = {
  careOf: { type: 'string', maxLength: 100 },
  street: { type: 'string', maxLength: 100 },
  postalCode: { type: 'string', format: 'postal-code', maxLength: 12 },
  city: { type: 'string', maxLength: 100 }
} as const;

/** The lines of an address among the parts of an answer. */
export function addressLines(value: Json, look: Look): readonly string[] {
  const print = partPrinter(addressParts, value, look);
  return lines(print('careOf'), print('street'), onLine(print('postalCode'), print('city')), print('country'));
}

/** An address as it stands on an envelope; null when nothing is known. */
export const envelope = (value: Json): string | null =>
  addressLines(value, { language: 'sv', option: (code) => code }).join('\n') || null;

/** A postal address in Sweden; with `country` in the schema, anywhere. */
export const address: Kind = partsKind({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['street', 'postalCode', 'city'],
    properties: addressSchema
  },
  parts: addressParts,
  format: addressLines
});
