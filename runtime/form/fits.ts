import type { FormSchema, TypedSchema } from '../definition/types.ts';
import type { Kind } from './kinds/model.ts';
import { resolve, rowSchema } from './schema-at.ts';

/**
 * Whether the answers of a kind of field can be what a schema asks for: the same type, the kind's format (without it,
 * what could not be read would pass), no parts that the kind does not know, and for files all that a reference to one
 * holds. Pure.
 */
export function fits(kind: Kind, schema: TypedSchema, root: FormSchema): boolean {
  const own = kind.schema && resolve(kind.schema, root);
  if (!own) return false;
  if (!kind.asks) return true;
  if (!isOfType(own, schema)) return false;
  if (kind.files) return hasKeys(schema, own, root);
  return !kind.parts || Object.keys(propertiesOf(schema, root)).every((key) => Object.hasOwn(kind.parts ?? {}, key));
}

/** A number may be an integer, or a decimal string that keeps every digit; an integer, such as öre, nothing else. */
function isOfType(own: TypedSchema, schema: TypedSchema): boolean {
  if (own.type === 'number')
    return schema.type === 'integer' || schema.type === 'number' || formatOf(schema) === 'decimal';
  return own.type === schema.type && (formatOf(own) === undefined || formatOf(own) === formatOf(schema));
}

const formatOf = (schema: TypedSchema): string | undefined => (schema.type === 'string' ? schema.format : undefined);

const propertiesOf = (schema: TypedSchema, root: FormSchema): object =>
  (schema.type === 'object' ? schema : rowSchema(schema, root))?.properties ?? {};

/** A tag is the only part of a reference that a form may do without. */
const hasKeys = (schema: TypedSchema, own: TypedSchema, root: FormSchema): boolean =>
  (rowSchema(own, root)?.required ?? []).every((key) => Object.hasOwn(propertiesOf(schema, root), key));
