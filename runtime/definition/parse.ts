import type { CaseType } from './case-type.ts';
import { explain, isValid } from './explain.ts';
import { problemOf } from './faults.ts';
import type { Json } from './json.ts';
import type { Problem } from './problem.ts';

/** The files of a case type by their path in its folder; a template stands with the SHA-256 of its bytes in hex. */
export type CaseTypeFiles = Readonly<Record<string, Json>>;

export type Parsed =
  | { readonly caseType: CaseType; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly caseType?: never };

const WHOLE: ReadonlyMap<string, readonly [string, string?]> = new Map([
  ['case-type.json', ['settings']],
  ['form.json', ['forms', 'application']],
  ['flow.json', ['flow']],
  ['layout.json', ['layout']]
]);

/** Where in the case type a file belongs; undefined for a path that the format does not know. */
function partOf(path: string): readonly [string, string?] | undefined {
  const [, part, key] =
    /^(forms(?!\/application\.json)|decisions|texts|scenarios)\/([^/]+)\.json$/.exec(path) ??
    /^(templates)\/([^/]+)$/.exec(path) ??
    [];
  return part && key ? [part, key] : WHOLE.get(path);
}

/**
 * A case type from its files, by the JSON Schemas of the format.
 * @returns the case type, or every fault that the schemas see (V1, V2, V6, V24) with its pointer.
 */
export function parseCaseType(files: CaseTypeFiles): Parsed {
  const document: Record<string, Json> = { layout: { nodes: {}, edges: {} } };
  const named: Record<string, Record<string, Json>> = {
    forms: {},
    decisions: {},
    texts: {},
    templates: {},
    scenarios: {}
  };
  const strangers: Problem[] = [];
  for (const [path, content] of Object.entries(files)) {
    const [part, key] = partOf(path) ?? [];
    if (!part)
      strangers.push({ code: 'V1', fault: 'unknown-file', severity: 'error', pointer: '', params: { file: path } });
    else if (key) Object.defineProperty(named[part] ?? {}, key, { value: content, enumerable: true });
    else document[part] = content;
  }
  const parsed = parseDocument({ ...named, ...document });
  return strangers.length > 0 ? { problems: [...strangers, ...(parsed.problems ?? [])] } : parsed;
}

/** A case type from the one object that the API and the database carry. */
export function parseDocument(document: unknown): Parsed {
  const faults = explain(document);
  return isValid(document, faults) ? { caseType: document } : { problems: faults.map(problemOf) };
}
