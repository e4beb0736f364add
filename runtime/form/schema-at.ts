import type { FormSchema, ObjectSchema, PropertySchema, TypedSchema } from '../definition/types.ts';
import { keysOf } from './pointer.ts';

/** A schema that has properties: the form's own, a row's, or that of an answer of several parts. */
export type Parent = FormSchema | ObjectSchema;

const LONGEST_CHAIN = 20;

/** A schema with its local `$ref` followed; undefined when it leads nowhere or round in a circle. */
export function resolve(schema: PropertySchema | undefined, root: FormSchema): TypedSchema | undefined {
  let found = schema;
  for (let hops = 0; found && '$ref' in found && hops < LONGEST_CHAIN; hops++) {
    const name = found.$ref.replace('#/$defs/', '');
    found = root.$defs && Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
  }
  return found && '$ref' in found ? undefined : found;
}

/** The schema that a control's scope names below a parent; undefined when there is none. */
export function schemaAt(scope: string, parent: Parent | undefined, root: FormSchema): TypedSchema | undefined {
  const keys = keysOf(scope.replace(/^#/, ''))?.filter((_, position) => position % 2 === 1) ?? [];
  let owner = parent;
  let found: TypedSchema | undefined;
  for (const key of keys) {
    found = owner && Object.hasOwn(owner.properties, key) ? resolve(owner.properties[key], root) : undefined;
    owner = found?.type === 'object' ? found : undefined;
  }
  return found;
}

/** The schema of a list's rows; undefined when it is no list of rows. */
export function rowSchema(list: TypedSchema | undefined, root: FormSchema): ObjectSchema | undefined {
  const row = list?.type === 'array' ? resolve(list.items, root) : undefined;
  return row?.type === 'object' ? row : undefined;
}
