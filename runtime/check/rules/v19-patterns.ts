import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { PropertySchema } from '../../definition/types.ts';
import { compilePattern } from '../../form/pattern.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V19');

/** V19: a pattern compiles in a linear engine, so that no answer can make it run for ever. */
export function checkPatterns({ forms, settings }: CaseType): Problem[] {
  const inForms = Object.entries(forms).flatMap(([form, { schema }]) => [
    ...inProperties(schema.properties, `/forms/${form}/schema/properties`),
    ...inProperties(schema.$defs ?? {}, `/forms/${form}/schema/$defs`)
  ]);
  return [...inForms, ...inProperties(settings.fields?.properties ?? {}, '/settings/fields/properties')];
}

const inProperties = (properties: Readonly<Record<string, PropertySchema>>, pointer: string): Problem[] =>
  Object.entries(properties).flatMap(([key, schema]) => inSchema(schema, `${pointer}/${key}`));

function inSchema(schema: PropertySchema, pointer: string): Problem[] {
  if ('$ref' in schema) return [];
  if (schema.type === 'array') return inSchema(schema.items, `${pointer}/items`);
  if (schema.type === 'object') return inProperties(schema.properties, `${pointer}/properties`);
  if (schema.type !== 'string' || schema.pattern === undefined || isLinear(schema.pattern)) return [];
  return [error('not-linear', `${pointer}/pattern`, { pattern: schema.pattern })];
}

function isLinear(pattern: string): boolean {
  try {
    compilePattern(pattern);
    return true;
  } catch {
    return false;
  }
}
