import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMAT_SCHEMAS } from '../../runtime/definition/schemas.ts';

/** Every schema inside a schema, with its JSON Pointer. */
function schemasIn(node: unknown, pointer = ''): { pointer: string; schema: object }[] {
  if (node === null || typeof node !== 'object') return [];
  const inside = Object.entries(node).flatMap(([key, value]) => schemasIn(value, `${pointer}/${key}`));
  return Array.isArray(node) ? inside : [{ pointer, schema: node }, ...inside];
}

describe('the schemas of the format', () => {
  it('are closed: an object says what it holds, and nothing else may stand in it', () => {
    const open = FORMAT_SCHEMAS.flatMap((schema) =>
      schemasIn(schema, schema.$id)
        .filter(({ schema: each }) => 'type' in each && each.type === 'object' && !('oneOf' in each))
        .filter(({ schema: each }) => !('additionalProperties' in each))
        .map(({ pointer }) => pointer)
    );
    expect(open).toEqual([]);
  });

  it('are all there', () => {
    const files = readdirSync('case-types/schema').map((file) => `https://smedja.example/schema/1/${file}`);
    expect(FORMAT_SCHEMAS.map(({ $id }) => $id).sort()).toEqual(files.sort());
  });

  it('each say what they are for', () => {
    expect(FORMAT_SCHEMAS.filter(({ title, description }) => !title || !description)).toEqual([]);
  });
});
