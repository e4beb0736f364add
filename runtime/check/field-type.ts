import type { CaseFacts, PropertySchema } from '../definition/types.ts';
import common from '../../case-types/schema/common.schema.json' with { type: 'json' };

/** What a place in the case's document holds, as far as conditions and values care. `any` is a result that no schema describes. */
export type FieldType =
  | { readonly kind: 'text'; readonly options?: readonly string[] }
  | { readonly kind: 'number' | 'boolean' | 'date' | 'date-time' | 'time' | 'any' }
  | { readonly kind: 'list'; readonly item: FieldType }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, FieldType>> };

export const ANY: FieldType = { kind: 'any' };

type Definitions = Readonly<Record<string, PropertySchema>>;

/** The type that an answer's schema gives. A reference that leads nowhere, or round, gives `any`: V18 says so. */
export function typeOf(schema: PropertySchema, definitions: Definitions = {}, depth = 0): FieldType {
  if ('$ref' in schema) {
    const target = definitions[schema.$ref.slice('#/$defs/'.length)];
    return target && depth < 20 ? typeOf(target, definitions, depth + 1) : ANY;
  }
  switch (schema.type) {
    case 'integer':
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return { kind: 'list', item: typeOf(schema.items, definitions, depth + 1) };
    case 'object':
      return objectType(schema.properties, definitions, depth + 1);
    case 'string':
      return textType(schema);
  }
}

export const objectType = (properties: Definitions, definitions: Definitions = {}, depth = 0): FieldType => ({
  kind: 'object',
  fields: Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, typeOf(schema, definitions, depth + 1)])
  )
});

function textType(schema: Extract<PropertySchema, { type: 'string' }>): FieldType {
  const { format, oneOf } = schema;
  if (format === 'date' || format === 'date-time' || format === 'time') return { kind: format };
  if (format === 'decimal') return { kind: 'number' };
  const options = schema.enum ?? oneOf?.map((option) => option.const) ?? (schema.const && [schema.const]);
  return options ? { kind: 'text', options } : { kind: 'text' };
}

const text: FieldType = { kind: 'text' };
const date: FieldType = { kind: 'date' };

/** `/case`: `satisfies` holds it to `case-facts.schema.json`. */
export const CASE_FACTS: FieldType = {
  kind: 'object',
  fields: {
    number: text,
    channel: { kind: 'text', options: common.$defs.channel.enum },
    openedAt: { kind: 'date-time' },
    openedOn: date,
    arrivedOn: date,
    today: date,
    language: text,
    organ: text,
    unit: text,
    applicant: {
      kind: 'object',
      fields: {
        kind: { kind: 'text', options: ['person', 'organisation'] },
        identified: { kind: 'boolean' },
        name: text,
        email: text
      } satisfies Record<keyof NonNullable<CaseFacts['applicant']>, FieldType>
    },
    decidedOn: date,
    outcome: { kind: 'text', options: common.$defs.outcome.enum },
    receivedOn: date,
    signatures: { kind: 'text', options: ['waiting', 'all', 'refused'] }
  } satisfies Record<keyof CaseFacts, FieldType>
};
