import { describe, expect, it } from 'vitest';
import { check } from '#runtime/check/check.ts';
import { isValid } from '#runtime/definition/explain.ts';
import { withExamples } from '#runtime/simulate/examples.ts';
import { soundExample } from '#runtime/testing/case-types.ts';
import { patched } from '#runtime/testing/patch.ts';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { t } from '#lib/text/index.ts';
import checkTexts from '#lib/text/check.sv.json' with { type: 'json' };
import lawTexts from '#lib/text/law.sv.json' with { type: 'json' };
import problemTexts from '#lib/text/problems.sv.json' with { type: 'json' };
import type { CaseTypeDocument } from '../document/model.ts';
import { sayExample } from './say-example.ts';
import { sayWhere } from './say-where.ts';
import { sayAnswers, sayProblem } from './say.ts';

const say = t('sv');
for (const texts of [checkTexts, lawTexts, problemTexts]) say.add(texts);

/** What is said of a fault: where, what and how a case comes there. */
function saidOf(path: string, name: string) {
  const caseType = patched(soundExample(), [{ op: 'remove', path }]);
  if (!isValid(caseType)) throw new Error('The example does not follow the schemas.');
  const document: CaseTypeDocument = JSON.parse(JSON.stringify(caseType));
  const [problem] = withExamples(
    caseType,
    check(caseType).filter(({ code, fault }) => `${code}.${fault}` === name)
  );
  if (!problem?.example) throw new Error(`No example of ${name}.`);
  return {
    where: sayWhere(say, document, problem.pointer),
    what: sayProblem(say, document, problem),
    how: sayExample(say, document, problem.example)
  };
}

describe('a fault of a flow', () => {
  it('is said with where it is, what is wrong, what to do, and how a case comes there', () => {
    const { where, what, how } = saidOf(
      '/flow/states/besluta/on/beslut/0/meta/beslut/enforceableAtOnce',
      'V24.carried-out-too-early'
    );
    expect(where).toBe('Steget ”Besluta”, knappen ”Besluta”');
    expect(what).toMatch(/^Ärendet kan gå till ”Utbetalning” innan beslutet får verkställas/);
    expect(how[0]).toMatch(/^Ansökan kommer in: /);
    expect(how.slice(1, 3).map((line) => line.split(' – ')[0])).toEqual([
      'Handläggare: Klar för beslut',
      'Chef: Besluta'
    ]);
    expect(how.at(-1)).toBe('Ärendet är nu i: Utbetalning');
  });
});

describe('answers in words', () => {
  it('name a place by its question, never by where its parts stand, and say yes and no', async () => {
    const shipped = Object.fromEntries(await shippedCaseTypes());
    const document: CaseTypeDocument = JSON.parse(JSON.stringify(shipped['felanmalan']));
    const place = { lat: 59.1206, lon: 15.08083 };
    const given = JSON.stringify({ application: { place, wantsAnswer: true } });
    const said = sayAnswers(document, given, 'sv');
    expect(said).not.toContain('/application');
    expect(said).toContain('59.1206, 15.08083');
    expect(said).toMatch(/: Ja$/);
    expect(sayAnswers(document, given, 'en')).toMatch(/: Yes$/);
  });
});
