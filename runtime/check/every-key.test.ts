import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../definition/parse.ts';
import { compile } from '../flow/compile.ts';
import { workedExample } from '../testing/case-types.ts';
import { patched } from '../testing/patch.ts';
import { pointersIn } from '../testing/pointers.ts';
import { checkOnServer } from '../case/check-case-type.server.ts';

/** Refused with problems, or so sound that the engine can make it ready to run. */
function expectRefusedOrSound(document: unknown, path: string) {
  const problems = checkOnServer(document);
  const { caseType } = parseDocument(document);
  if (!caseType) expect(problems, path).not.toEqual([]);
  else if (problems.every(({ severity }) => severity === 'warning'))
    expect(() => compile(caseType), path).not.toThrow();
}

const example = workedExample();
const pointers = pointersIn(JSON.parse(JSON.stringify(example)));

describe('a case type from which one thing was taken away', () => {
  it('is refused, or still sound: never a crash', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pointers), (path) => {
        expectRefusedOrSound(patched(example, [{ op: 'remove', path }]), path);
      }),
      { numRuns: 250 }
    );
  }, 60_000);
});

describe('a case type in which one thing was replaced by something else', () => {
  it('is refused, or still sound: never a crash', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.json(), (path, text) => {
        expectRefusedOrSound(patched(example, [{ op: 'replace', path, value: JSON.parse(text) }]), path);
      }),
      { numRuns: 250 }
    );
  }, 60_000);
});
