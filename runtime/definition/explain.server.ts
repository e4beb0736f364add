import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SchemaFault } from './faults.ts';
import { FORMAT_SCHEMAS } from './schemas.server.ts';
import type { CaseTypeDocument } from './types.ts';

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  allErrors: true,
  ownProperties: true,
  discriminator: true,
  verbose: true,
  allowUnionTypes: true
});
addFormats(ajv);
for (const schema of FORMAT_SCHEMAS) ajv.addSchema(withWholeReferences(schema, schema.$id));

/** References that mean the same wherever they stand, so that one alternative of a schema can be tried by itself. */
function withWholeReferences(schema: object, base: string): AnySchemaObject {
  return JSON.parse(JSON.stringify(schema), (key, entry) =>
    key === '$ref' && typeof entry === 'string' ? new URL(entry, base).href : entry
  );
}

const validate = ajv.compile<CaseTypeDocument>({
  $ref: 'https://smedja.example/schema/1/case-type-document.schema.json'
});

/** Whether something is a case type by the schemas of the format. */
export const isValid = (document: unknown): document is CaseTypeDocument => validate(document);

/**
 * What is wrong with a case type by the schemas of the format. Where a schema has alternatives, only the faults of the
 * one that the writer most likely meant are told.
 */
export const explain = (document: unknown): SchemaFault[] => faultsOf(validate, document);

function faultsOf(validate: ValidateFunction, document: unknown): SchemaFault[] {
  if (validate(document)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword, propertyName }) => keyword !== 'if' && !propertyName);
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const outermost = choices.filter((choice) => !choices.some((other) => other !== choice && within(choice, other)));
  const plain = errors.filter((error) => !outermost.some((choice) => within(error, choice)));
  return [...plain, ...outermost.flatMap(faultsOfLikeliest)];
}

const within = (inner: SchemaFault, outer: SchemaFault) =>
  inner.instancePath === outer.instancePath || inner.instancePath.startsWith(`${outer.instancePath}/`);

function faultsOfLikeliest(choice: ErrorObject): SchemaFault[] {
  const alternatives: AnySchemaObject[] = Array.isArray(choice.schema) ? choice.schema : [];
  const attempts = alternatives.map((alternative) => faultsOf(ajv.compile(alternative), choice.data));
  const [likeliest] = attempts.toSorted((a, b) => distance(a) - distance(b) || a.length - b.length);
  return (likeliest ?? [choice]).map((fault) => ({ ...fault, instancePath: choice.instancePath + fault.instancePath }));
}

/** How far an alternative is from what was written: another type is farther than another set of keys, and that than a wrong value. */
const distance = (faults: readonly SchemaFault[]): number =>
  faults.filter(({ instancePath }) => instancePath === '').reduce((sum, fault) => sum + weight(fault), 0);

function weight({ keyword, params }: SchemaFault): number {
  if (keyword === 'type') return 100;
  if (keyword === 'required' || keyword === 'additionalProperties') return 10;
  return keyword === 'discriminator' && params['error'] === 'tag' ? 10 : 1;
}
