import type { Json } from '../../definition/json.ts';
import { addressLines, addressParts, addressSchema } from './address.ts';
import { email } from './email.ts';
import type { Kind, Look } from './model.ts';
import { organisationNumber } from './organisation-number.ts';
import { onLine, partPrinter, partsKind, type Parts } from './parts.ts';
import { personalNumber } from './personal-number.ts';
import { phone } from './phone.ts';
import { singleLine } from './single-line.ts';
import { lines } from './text-of.ts';

const line = (autocomplete: string): Kind => singleLine({ type: 'string', maxLength: 120 }, { autocomplete });
const contact = { ...addressParts, email, phone };

/** Who it is, the address, and how to reach them. */
function printWho(parts: Parts, value: Json, look: Look): readonly string[] {
  const print = partPrinter(parts, value, look);
  const names = ['name', 'personalNumber', 'organisationNumber', 'contactPerson'].map(print);
  const full = onLine(print('givenName'), print('familyName'));
  return [...lines(full, ...names), ...addressLines(value, look), ...lines(print('email'), print('phone'))];
}

const personParts = {
  name: line('name'),
  givenName: line('given-name'),
  familyName: line('family-name'),
  personalNumber,
  ...contact
};

const companyParts = { name: line('organization'), organisationNumber, contactPerson: line('name'), ...contact };

/** A person. What is fetched from the population register arrives as such parts. */
export const person: Kind = partsKind({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 120 },
      personalNumber: { type: 'string', format: 'personal-number', maxLength: 12 },
      ...addressSchema,
      email: { type: 'string', format: 'email', maxLength: 254 },
      phone: { type: 'string', format: 'phone', maxLength: 20 }
    }
  },
  parts: personParts,
  format: (value, look) => printWho(personParts, value, look)
});

/** A company or an association. */
export const company: Kind = partsKind({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'organisationNumber'],
    properties: {
      name: { type: 'string', maxLength: 120 },
      organisationNumber: { type: 'string', format: 'organisation-number', maxLength: 10 },
      ...addressSchema
    }
  },
  parts: companyParts,
  format: (value, look) => printWho(companyParts, value, look)
});

const childParts = {
  name: line('off'),
  givenName: line('off'),
  familyName: line('off'),
  personalNumber,
  ...addressParts
};

/** A child that the application is about; their own name and number are nothing that the browser knows of the guardian. */
export const child: Kind = partsKind({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'personalNumber'],
    properties: {
      name: { type: 'string', maxLength: 120 },
      personalNumber: { type: 'string', format: 'personal-number', maxLength: 12 }
    }
  },
  parts: childParts,
  format: (value, look) => printWho(childParts, value, look)
});
