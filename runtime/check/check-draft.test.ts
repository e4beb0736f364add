import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { soundExample } from '../testing/case-types.ts';
import { patched } from '../testing/patch.ts';
import { pointersIn } from '../testing/pointers.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { check } from './check.ts';
import { checkDraft } from './check-draft.ts';

const said = (document: unknown) => checkDraft(document).map(({ code, fault }) => `${code}.${fault}`);

describe('the check of a draft', () => {
  it('is the check, where the draft is a case type', () => {
    const sound = soundExample();
    expect(checkDraft(sound)).toEqual([]);
    const lost = patched(sound, [{ op: 'remove', path: '/texts/sv/caseType.title' }]);
    expect(said(lost)).toEqual(['V17.missing-swedish']);
  });

  it('tells what the schemas see, and the rest too', () => {
    const twice = patched(soundExample(), [
      { op: 'replace', path: '/settings/slug', value: 'Not a slug' },
      { op: 'remove', path: '/texts/sv/caseType.title' }
    ]);
    expect(said(twice)).toEqual(['V1.malformed', 'V17.missing-swedish']);
  });

  it('takes anything', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { flow: 1 }, { settings: {}, forms: {}, flow: {} }])
      expect(checkDraft(value)).not.toEqual([]);
  });
});

describe('a shipped case type with random damage', () => {
  let documents: unknown[];
  beforeAll(async () => {
    documents = (await shippedCaseTypes()).map(([, caseType]) => JSON.parse(JSON.stringify(caseType)));
  });

  it('is checked without a crash, each problem at a place', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.json(), fc.boolean()), { minLength: 1, maxLength: 3 }),
        (which, damages) => {
          const broken = damages.reduce(
            (document, [where, text, removed]) => {
              const pointers = pointersIn(JSON.parse(JSON.stringify(document)));
              const path = pointers[where % pointers.length] ?? '';
              return patched(document, [
                removed ? { op: 'remove', path } : { op: 'replace', path, value: JSON.parse(text) }
              ]);
            },
            documents[which % documents.length]
          );
          for (const { pointer, code } of checkDraft(broken)) {
            expect(code).toMatch(/^V\d+$/);
            expect(pointer === '' || pointer.startsWith('/')).toBe(true);
          }
        }
      ),
      { numRuns: 60 }
    );
  }, 60_000);

  it('has no errors before', async () => {
    const problems = (await shippedCaseTypes()).flatMap(([, caseType]) => check(caseType));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
