import type { JsonObject } from '#runtime/definition/json.ts';

export type FieldTypeName = 'text' | 'date' | 'yesNo' | 'number' | 'choice';

/** What a case field can hold, with the schema that it begins with. */
export const FIELD_TYPES: readonly { readonly name: FieldTypeName; readonly schema: JsonObject }[] = [
  { name: 'text', schema: { type: 'string', maxLength: 200 } },
  { name: 'date', schema: { type: 'string', format: 'date' } },
  { name: 'yesNo', schema: { type: 'boolean' } },
  { name: 'number', schema: { type: 'integer' } },
  { name: 'choice', schema: { type: 'string', enum: ['ja', 'nej'] } }
];

/** What a schema of a case field holds; undefined for one that is made by hand. Pure. */
export function typeOfSchema({ type, format, enum: options, ...rest }: JsonObject): FieldTypeName | undefined {
  if (type === 'boolean') return 'yesNo';
  if (type === 'integer' || type === 'number') return 'number';
  if (type !== 'string' || 'pattern' in rest) return undefined;
  if (Array.isArray(options)) return 'choice';
  if (format === 'date') return 'date';
  return format === undefined ? 'text' : undefined;
}
