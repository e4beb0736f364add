import { describe, expect, it } from 'vitest';
import type { DocumentKind, SomeDocument } from '../../ports/document-maker.ts';
import { EXAMPLE_DOCUMENTS } from '../../testing/example-documents.ts';
import { TEMPLATE_DATA } from './template-data.ts';
import { viewOf } from './view.ts';

const KINDS: readonly DocumentKind[] = ['receipt', 'beslut', 'supplement-request', 'letter'];
const OPTIONAL = ['enforcement', 'dissent', 'presentedBy', 'delegation', 'reasons', 'subject', 'sender.unit'];

/** What stands at a path of a document; in a list, in its first element. */
const read = (value: unknown, path: string): unknown =>
  path
    .replaceAll('[]', '.0')
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null
          ? Object.entries(inner).find(([name]) => name === key)?.[1]
          : undefined,
      value
    );

describe('the list of what a template can insert', () => {
  it.each(KINDS)('says nothing of a document of the kind %s that it does not hold', (kind) => {
    const document = { kind, data: EXAMPLE_DOCUMENTS[kind] } as SomeDocument;
    const view = viewOf(document);
    const promised = TEMPLATE_DATA.filter(
      (one) => (one.in ?? KINDS).includes(kind) && !one.path.startsWith('answers.')
    );
    const missing = promised.filter(({ path }) => !OPTIONAL.includes(path) && read(view, path) === undefined);
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it('names each thing once, in both languages', () => {
    const paths = TEMPLATE_DATA.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { about } of TEMPLATE_DATA) expect(about.sv === '' || about.en === '').toBe(false);
  });
});
