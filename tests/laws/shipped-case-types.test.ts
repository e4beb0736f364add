import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOnServer } from '../../runtime/case/check-case-type.server.ts';
import { parseDocument } from '../../runtime/definition/parse.ts';
import { readCaseTypeFolder } from '../../runtime/definition/read-folder.server.ts';
import { compile } from '../../runtime/flow/compile.ts';
import { patched } from '../../runtime/testing/patch.ts';
import { pointersIn } from '../../runtime/testing/pointers.ts';
import { isWhole } from '../support/sample.ts';

const slugs = readdirSync('case-types').filter((name) => name !== 'schema');
const folders = await Promise.all(
  slugs.map(async (slug) => ({ slug, ...(await readCaseTypeFolder(`case-types/${slug}`)) }))
);

describe.each(folders)('the shipped case type $slug', ({ slug, caseType, problems, sources }) => {
  it('has no error', () => {
    const found = caseType ? checkOnServer(caseType) : problems;
    expect(found?.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('stands in the folder of its name', () => {
    expect(caseType?.settings.slug).toBe(slug);
  });

  it('is written as the format says: two spaces, and a newline at the end', () => {
    const written = Object.entries(sources).map(([file, text]) => [
      file,
      text === `${JSON.stringify(JSON.parse(text), null, 2)}\n`
    ]);
    expect(written.filter(([, asItShould]) => !asItShould)).toEqual([]);
  });

  it('is refused or still sound with any one key removed: never a crash', () => {
    const pointers = pointersIn(JSON.parse(JSON.stringify(caseType)));
    fc.assert(
      fc.property(fc.constantFrom(...pointers), (path) => {
        const document = patched(caseType, [{ op: 'remove', path }]);
        const found = checkOnServer(document);
        const { caseType: left } = parseDocument(document);
        if (!left) expect(found, path).not.toEqual([]);
        else if (found.every(({ severity }) => severity === 'warning')) expect(() => compile(left), path).not.toThrow();
      }),
      { numRuns: isWhole(slug) ? 20 : 6 }
    );
  }, 120_000);
});
