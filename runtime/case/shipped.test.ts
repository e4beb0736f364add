import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionsOf } from '../check/actions.ts';
import { readCaseTypeFolder } from '../definition/read-folder.server.ts';
import { checkOnServer } from './check-case-type.server.ts';

const folder = fileURLToPath(new URL('../../case-types/', import.meta.url));
const slugs = readdirSync(folder).filter((slug) => slug !== 'schema');

/** What a message may name; nothing else is filled in. */
const FILLED_IN = ['deadline', 'link', 'number'];

/** LIX: words per sentence plus the share of words longer than six letters. Under 40 is easy, over 50 is hard. */
function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}-]+/gu) ?? [];
  const sentences = text.match(/[.:!?]+(?=\s|$)|\n+/g) ?? [];
  const long = words.filter((word) => word.length > 6);
  return words.length / Math.max(1, sentences.length) + (100 * long.length) / Math.max(1, words.length);
}

describe.each(slugs)('%s', async (slug) => {
  const { caseType, problems, sources } = await readCaseTypeFolder(`${folder}${slug}`);

  it('can be published', () => {
    expect(problems ?? []).toEqual([]);
    const found = caseType ? checkOnServer(caseType) : [];
    expect(found).toEqual([]);
  });

  it('is written file by file as the format says', () => {
    for (const [path, text] of Object.entries(sources)) {
      expect(text, path).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    }
  });

  it('says in English all that it says in Swedish, in the same order', () => {
    expect(Object.keys(caseType?.texts['en'] ?? {})).toEqual(Object.keys(caseType?.texts.sv ?? {}));
  });

  it('names in its messages only what is filled in', () => {
    const texts = Object.values(caseType?.texts ?? {}).flatMap((language) => Object.values(language));
    const names = texts.flatMap((text) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name));
    const announced = (caseType ? actionsOf(caseType) : []).flatMap(({ action }) =>
      action.type === 'announce' ? Object.keys(action.params.values ?? {}) : []
    );
    expect(names.filter((name) => ![...FILLED_IN, ...announced].includes(name ?? ''))).toEqual([]);
  });

  it('is plain Swedish', () => {
    const { sv } = caseType?.texts ?? { sv: {} };
    const plain = (text: string) => text.replace(/\{[a-z]+\}/g, 'x').replace(/([^.:!?])$/, '$1.');
    expect(lix(Object.values(sv).map(plain).join(' '))).toBeLessThan(45);
    for (const [key, text] of Object.entries(sv)) {
      // A few long words make a single short sentence hard by this measure, so only texts are weighed.
      if (text.length > 300) expect(lix(plain(text)), key).toBeLessThan(45);
    }
  });
});
