import type { Json, JsonObject } from '../definition/json.ts';
import { isObject } from '../form/pointer.ts';
import type { CaseTypeDocument } from './model.ts';

/** The parts that are one file each. */
const WHOLE = { 'case-type.json': 'settings', 'flow.json': 'flow', 'layout.json': 'layout' } as const;

/** The parts that are a folder of files, in the order of a document. */
const FOLDERS = ['forms', 'decisions', 'texts', 'scenarios'] as const;

/** A case type's JSON files as a document; `templates` are given as their hashes. Throws on what is not JSON. Pure. */
export function documentOf(
  files: Readonly<Record<string, string>>,
  templates: Readonly<Record<string, string>> = {}
): CaseTypeDocument {
  const read = (path: string): Json => JSON.parse(files[path] ?? '{}');
  const folder = (name: string): JsonObject =>
    Object.fromEntries(
      Object.keys(files)
        .filter((path) => path.startsWith(`${name}/`))
        .map((path) => [path.slice(name.length + 1, -'.json'.length), read(path)])
    );
  return {
    settings: read('case-type.json'),
    forms: { application: read('form.json'), ...folder('forms') },
    flow: read('flow.json'),
    decisions: folder('decisions'),
    texts: folder('texts'),
    templates,
    scenarios: folder('scenarios'),
    layout: files['layout.json'] === undefined ? { nodes: {}, edges: {} } : read('layout.json')
  };
}

/** A document as its files: what is stored, exported and kept in git. Pure. */
export function filesOf(document: CaseTypeDocument): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [path, part] of Object.entries(WHOLE)) files[path] = fileOf(document[part]);
  for (const folder of FOLDERS) {
    const part = document[folder];
    for (const [name, value] of Object.entries(isObject(part) ? part : {}))
      files[folder === 'forms' && name === 'application' ? 'form.json' : `${folder}/${name}.json`] = fileOf(value);
  }
  return files;
}

const fileOf = (value: Json | undefined): string => `${JSON.stringify(value ?? {}, null, 2)}\n`;
