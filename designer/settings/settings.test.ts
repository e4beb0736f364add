import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Json } from '#runtime/definition/json.ts';
import { objectOf } from '../document/elements.ts';
import { follow } from '../document/path.ts';
import { keysOf } from '#runtime/form/pointer.ts';
import type { Field } from './model.ts';
import { SECTIONS } from './sections.ts';

const FOLDER = 'case-types/schema';
const ROOT = 'case-type.schema.json';

const files: Record<string, Json> = {};
async function read(file: string): Promise<Json> {
  const known: Json = files[file] ?? JSON.parse(await readFile(`${FOLDER}/${file}`, 'utf8'));
  files[file] = known;
  return known;
}

/** Edited as one value, by builders of their own. */
const WHOLE = ['condition.schema.json', 'form-schema.schema.json'];

/** Every property of the settings, rows as `*`, as far down as somebody fills in something of its own. */
async function properties(schema: Json | undefined, file: string, path = ''): Promise<string[]> {
  const { $ref, properties: own, items, additionalProperties, title, ...rest } = objectOf(schema);
  if (typeof $ref === 'string') {
    const [other = '', pointer = ''] = $ref.split('#');
    const target = other === '' ? file : other;
    if (WHOLE.includes(target)) return [path];
    return properties(follow(await read(target), keysOf(pointer) ?? []), target, path);
  }
  if (title === 'Statute') return [path];
  const inside = (more: Json | undefined, key: string) => properties(more, file, path === '' ? key : `${path}/${key}`);
  if (own !== undefined)
    return (await Promise.all(Object.entries(objectOf(own)).map(([key, each]) => inside(each, key)))).flat();
  if (items !== undefined && 'properties' in (await deref(items, file))) return inside(items, '*');
  if (typeof additionalProperties === 'object' && rest.type === 'object') return inside(additionalProperties, '*');
  return [path];
}

async function deref(schema: Json, file: string): Promise<object> {
  const { $ref } = objectOf(schema);
  if (typeof $ref !== 'string') return objectOf(schema);
  const [other = '', pointer = ''] = $ref.split('#');
  return objectOf(follow(await read(other === '' ? file : other), keysOf(pointer) ?? []));
}

/** Every property that the table has an entry for. */
const entries = (fields: readonly Field[], holder = ''): string[] =>
  fields.flatMap(({ path, control }) => {
    if (control.kind === 'case-text') return [];
    const own = [holder, path].filter((part) => part !== '').join('/');
    return control.kind === 'rows' || control.kind === 'named' ? entries(control.fields, `${own}/*`) : [own];
  });

describe('the forms for case-type.json', () => {
  it('have an entry for every property of the format, once, and for no other', async () => {
    const wanted = await properties(await read(ROOT), ROOT);
    const found = entries(SECTIONS.flatMap(({ fields }) => fields));
    const known = wanted.filter((path) => !['fields/type', 'fields/properties'].includes(path));
    expect(found.toSorted()).toEqual([...known, 'fields/properties/*'].toSorted());
    expect(new Set(found).size).toBe(found.length);
  });

  it('take nothing away that a choice of the format allows', async () => {
    const wrong: string[] = [];
    for (const { fields } of SECTIONS)
      for (const { path, control } of fields) {
        if (control.kind !== 'choice' || typeof control.of === 'function') continue;
        const allowed = await allowedAt(path.split('/'));
        if (allowed && allowed.join() !== Object.keys(control.of).join()) wrong.push(`${path}: ${allowed.join()}`);
      }
    expect(wrong).toEqual([]);
  });
});

async function allowedAt(steps: readonly string[]): Promise<string[] | undefined> {
  let here: Json = await read(ROOT);
  let file = ROOT;
  for (const step of steps) {
    here = objectOf(objectOf(here).properties)[step] ?? null;
    const { $ref } = objectOf(here);
    if (typeof $ref !== 'string') continue;
    const [other = '', pointer = ''] = $ref.split('#');
    if (other !== '') file = other;
    here = follow(await read(file), keysOf(pointer) ?? []) ?? null;
  }
  const values = objectOf(here).enum;
  return Array.isArray(values) ? values.map(String) : undefined;
}
