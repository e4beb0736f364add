import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { FORMATS } from '../../form/formats.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V18');

/** V18: every form compiles in ajv's strict mode, where a keyword that means nothing is a fault. */
export const checkStrict = ({ forms }: CaseType): Problem[] =>
  Object.entries(forms).flatMap(([form, { schema }]) => {
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
  code: { regExp: anyPattern }
});

function faultOf(schema: object): string | undefined {
  try {
    ajv.compile(schema);
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  } finally {
    ajv.removeSchema(schema);
  }
}
