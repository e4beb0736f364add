// Writes runtime/definition/generated/case-type.ts from case-types/schema. With --check: fails when it is stale.
import { readFileSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemas = `${root}case-types/schema`;
const target = `${root}runtime/definition/generated/case-type.ts`;

/** A described `$ref` would become a second type of the same shape (`Role1`); as `allOf` it keeps the name and the description. */
const keepOneName = (_key: string, value: unknown) =>
  value !== null && typeof value === 'object' && '$ref' in value && 'description' in value
    ? { description: value.description, allOf: [{ $ref: value.$ref }] }
    : value;

/** The types of every part of the format, as TypeScript source. */
export async function generateTypes(): Promise<string> {
  const local = {
    order: 1,
    canRead: /^https:\/\/smedja\.example\//,
    read: (file: { url: string }) =>
      JSON.stringify(JSON.parse(readFileSync(`${schemas}/${file.url.split('/').at(-1)}`, 'utf8'), keepOneName))
  };
  const base = 'https://smedja.example/schema/1/';
  const roots = {
    title: 'FormatRoots',
    type: 'object' as const,
    required: ['document', 'caseFacts', 'uiElement'],
    properties: {
      document: { $ref: `${base}case-type-document.schema.json` },
      caseFacts: { $ref: `${base}case-facts.schema.json` },
      uiElement: { $ref: `${base}ui.schema.json#/$defs/element` }
    }
  };
  return compile(roots, 'FormatRoots', {
    additionalProperties: false,
    cwd: schemas,
    ignoreMinAndMaxItems: true,
    bannerComment: '// Made by `npm run generate:types` from case-types/schema. Change the schemas, not this file.',
    style: { singleQuote: true, printWidth: 120, trailingComma: 'none' },
    $refOptions: { resolve: { smedja: local } }
  });
}

/** Whether the checked-in types are those that the schemas give. */
export async function typesAreFresh(): Promise<boolean> {
  return existsSync(target) && readFileSync(target, 'utf8') === (await generateTypes());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) {
    mkdirSync(`${root}runtime/definition/generated`, { recursive: true });
    writeFileSync(target, await generateTypes());
  } else if (!(await typesAreFresh())) {
    console.error('runtime/definition/generated is stale: run `npm run generate:types`.');
    process.exitCode = 1;
  }
}
