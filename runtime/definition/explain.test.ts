import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { workedExample } from '../testing/case-types.ts';
import { patched } from '../testing/patch.ts';
import { pointersIn } from '../testing/pointers.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { explain, isValid } from './explain.ts';
import { KEYWORDS } from './keywords.ts';
import { FORMAT_SCHEMAS } from './schemas.ts';

/** The yardstick: the schemas as a full validator reads them. */
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  ownProperties: true,
  discriminator: true,
  allowUnionTypes: true
});
addFormats(ajv);
for (const schema of FORMAT_SCHEMAS) ajv.addSchema(schema);
const byAjv = ajv.compile({ $ref: 'https://smedja.example/schema/1/case-type-document.schema.json' });

let documents: { readonly document: unknown; readonly pointers: readonly string[] }[];
beforeAll(async () => {
  const caseTypes = [workedExample(), ...(await shippedCaseTypes()).map(([, caseType]) => caseType)];
  documents = caseTypes.map((document) => ({ document, pointers: pointersIn(JSON.parse(JSON.stringify(document))) }));
});

describe('the reading of the schemas', () => {
  it('finds nothing in the shipped case types', () => {
    expect(documents.flatMap(({ document }) => explain(document))).toEqual([]);
  });

  it('says of a damaged case type whether it is one, as a full validator does', () => {
    const damage = fc.oneof(
      fc.json().map((text): unknown => JSON.parse(text)),
      fc.constantFrom<unknown>('', 0, -1, 1.5, '2026-02-30', 'x'.repeat(300), [], {}, null, 'constructor', 'P14D', [[]])
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat(), damage, fc.constantFrom('replace', 'remove'), (which, where, value, op) => {
        const { document, pointers } = documents[which % documents.length] ?? { document: {}, pointers: [] };
        const path = pointers[where % pointers.length] ?? '';
        const broken = patched(document, [op === 'remove' ? { op, path } : { op: 'replace', path, value }]);
        expect(isValid(broken), path).toBe(byAjv(broken));
      }),
      { numRuns: 200 }
    );
  }, 60_000);

  it('takes anything', () => {
    const deep = JSON.parse(`${'{"op":"not","args":['.repeat(2000)}1${']}'.repeat(2000)}`);
    for (const value of [undefined, null, 1, 'x', [], {}, () => 1, deep, { settings: { conditions: { a: deep } } }])
      expect(explain(value)).not.toEqual([]);
  });

  it('knows every keyword that the schemas use', () => {
    const plain = ['$schema', '$id', '$ref', '$defs', 'title', 'description', 'type', 'discriminator'];
    const known = new Set([...Object.keys(KEYWORDS), ...plain, 'oneOf', 'anyOf', 'if', 'then', 'else']);
    const strangers = new Set(FORMAT_SCHEMAS.flatMap(keywordsIn).filter((keyword) => !known.has(keyword)));
    expect([...strangers]).toEqual([]);
  });
});

/** The keywords of a schema and those in it; what `properties` and `$defs` hold are names. */
function keywordsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (['enum', 'const', 'required', 'discriminator', 'dependentRequired'].includes(keyword)) return [keyword];
    const named = keyword === 'properties' || keyword === '$defs';
    return [keyword, ...(named ? Object.values(value ?? {}).flatMap(keywordsIn) : keywordsIn(value))];
  });
}
