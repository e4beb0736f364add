import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { CompiledForm } from './compile-form.ts';
import { faultsOf, type SchemaFault } from './faults.ts';
import { FORMATS } from './formats.ts';
import type { Answers, Environment, Validated } from './model.ts';
import { Memory } from '../memory.ts';
import { compilePattern } from './pattern.ts';
import { below } from './pointer.ts';
import { project } from './project.ts';

const linear = Object.assign((pattern: string) => compilePattern(pattern), { code: 'compilePattern' });

/** One for all forms; patterns never reach the native engine, since an administrator's pattern can hang it. */
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  ownProperties: true,
  formats: { ...FORMATS },
  code: { regExp: linear, optimize: false } // which takes as long as all the rest of compiling, and makes nothing quicker that is seen
});

/** More than anybody can mend at once; a hostile list could have one for each of its rows. */
const MOST_FAULTS = 500;

const validators = new WeakMap<CompiledForm, ValidateFunction>();
/** Most versions of a case type have most forms alike, and compiling one costs more than validating by it a thousand times. */
const MOST_SCHEMAS = 500;
const COMPILED = new Memory<string, ValidateFunction>(MOST_SCHEMAS);

function validatorOf(compiled: CompiledForm): ValidateFunction {
  const known = validators.get(compiled);
  if (known) return known;
  const { schema } = compiled;
  const made = COMPILED.of(JSON.stringify(schema), () => ajv.compile(schema));
  ajv.removeSchema(schema); // ajv would keep every schema for ever
  validators.set(compiled, made);
  return made;
}

/**
 * Projects the answers and says what is wrong with them, at most one fault for each pointer, in document order.
 * Takes any JSON as answers; never throws for what a person sent. What is stored are the answers that come back.
 */
export function validateAnswers(
  compiled: CompiledForm,
  formKey: string,
  answers: Answers,
  env: Environment
): Validated {
  const projection = project(compiled.form, formKey, answers, env);
  const validate = validatorOf(compiled);
  const bySchema = validate(projection.answers) ? [] : (validate.errors ?? []).slice(0, MOST_FAULTS).map(schemaFault);
  return { answers: projection.answers, faults: faultsOf(compiled, { ...env, projection }, bySchema), projection };
}

function schemaFault({ instancePath, keyword, params }: ErrorObject): SchemaFault {
  const key: unknown = params['missingProperty'] ?? params['additionalProperty'];
  const limit: unknown = params['limit'];
  return {
    pointer: typeof key === 'string' ? below(instancePath, key) : instancePath,
    code: keyword,
    ...(typeof limit === 'number' && { limit })
  };
}
