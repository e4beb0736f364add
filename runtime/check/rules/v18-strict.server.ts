import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { FormSchema, PropertySchema } from '../../definition/types.ts';
import { FORMATS } from '../../form/formats.ts';
import { Memory } from '../../memory.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V18');

/** V18: every form compiles in ajv's strict mode, where a keyword that means nothing is a fault, and comes to an end. */
export const checkStrict = ({ forms }: CaseType): Problem[] =>
  Object.entries(forms).flatMap(([form, { schema }]) => {
    if (isEndless(schema)) return [error('schema-without-end', `/forms/${form}/schema`, { form })];
    const reason = faultOf(schema);
    return reason === undefined ? [] : [error('schema-does-not-compile', `/forms/${form}/schema`, { form, reason })];
  });

/** Patterns are V19's. */
const anyPattern = Object.assign(() => ({ test: () => true }), { code: 'anyPattern' });

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  ownProperties: true,
  formats: FORMATS,
  code: { regExp: anyPattern, optimize: false }
});

/** Compiling is most of what a check costs, and an edit changes one form of many. */
const MOST_SCHEMAS = 500;
const REASONS = new Memory<string, string>(MOST_SCHEMAS);
const SOUND = '';

function faultOf(schema: object): string | undefined {
  const reason = REASONS.of(JSON.stringify(schema), () => {
    try {
      ajv.compile(schema);
      return SOUND;
    } catch (fault) {
      return fault instanceof Error ? fault.message : String(fault);
    } finally {
      ajv.removeSchema(schema);
    }
  });
  return reason === SOUND ? undefined : reason;
}

/** Whether a definition stands inside itself, so that no form could ask for all of it. */
function isEndless({ properties, $defs = {} }: FormSchema): boolean {
  const visit = (schema: PropertySchema, inside: readonly string[]): boolean => {
    if ('$ref' in schema) {
      const name = schema.$ref.slice('#/$defs/'.length);
      const target = $defs[name];
      return inside.includes(name) || (target !== undefined && visit(target, [...inside, name]));
    }
    if (schema.type === 'array') return visit(schema.items, inside);
    return schema.type === 'object' && Object.values(schema.properties).some((property) => visit(property, inside));
  };
  return Object.values(properties).some((property) => visit(property, []));
}
