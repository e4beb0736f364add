import type { Json } from '../../definition/json.ts';
import { at } from '../pointer.ts';
import { email } from './email.ts';
import type { Kind, Look } from './model.ts';
import { partPrinter } from './parts.ts';
import { personalNumber } from './personal-number.ts';
import { phone } from './phone.ts';
import { singleLine } from './single-line.ts';
import { lines } from './text-of.ts';

const parts = {
  name: singleLine({ type: 'string', maxLength: 120 }, { autocomplete: 'off' }),
  personalNumber,
  email: { ...email, autocomplete: 'off' },
  phone: { ...phone, autocomplete: 'off' }
};

function line(person: Json, look: Look): string {
  const print = partPrinter(parts, person, look);
  return lines(...['name', 'personalNumber', 'email', 'phone'].map(print)).join(', ');
}

const isTwice = (value: Json): boolean => {
  const numbers = (Array.isArray(value) ? value : []).map((person) => at(person, '/personalNumber'));
  return new Set(numbers).size < numbers.length;
};

/** Others who are to sign: one line each, with what is needed to ask them. */
export const coSigners: Kind = {
  schema: {
    type: 'array',
    minItems: 1,
    maxItems: 10,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'personalNumber', 'email'],
      properties: {
        name: { type: 'string', maxLength: 120 },
        personalNumber: { type: 'string', format: 'personal-number', maxLength: 12 },
        email: { type: 'string', format: 'email', maxLength: 254 },
        phone: { type: 'string', format: 'phone', maxLength: 20 }
      }
    }
  },
  asks: true,
  grouped: true,
  many: true,
  parts,
  parse: () => undefined,
  write: () => '',
  format: (value, look) => lines(...(Array.isArray(value) ? value : []).map((person) => line(person, look))),
  fault: (value) => (isTwice(value) ? 'uniqueItems' : undefined)
};
