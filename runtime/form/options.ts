import type { Control, FormSchema, PropertySchema } from '../definition/types.ts';
import { resolve } from './schema-at.ts';

/** The options that an answer may be, or be made of, in order; none where it is free. */
export function optionsOf(property: PropertySchema | undefined, root: FormSchema): readonly string[] {
  const whole = resolve(property, root);
  const schema = whole?.type === 'array' ? resolve(whole.items, root) : whole;
  if (schema?.type !== 'string') return [];
  return schema.oneOf?.map((option) => option.const) ?? schema.enum ?? [];
}

/** The options of a control: those of its schema, and what a file may be said to be. */
export const optionsOfControl = (
  { options }: Control,
  schema: PropertySchema | undefined,
  root: FormSchema
): readonly string[] => ('tags' in options ? options.tags : undefined) ?? optionsOf(schema, root);
