import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '#runtime/check/check-draft.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import { applyPatches } from '#runtime/edit/patch.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { soundExample } from '#runtime/testing/case-types.ts';
import { patched, type PatchStep } from '#runtime/testing/patch.ts';
import { t } from '#lib/text/index.ts';
import sentences from '#lib/text/problems.sv.json' with { type: 'json' };
import type { CaseTypeDocument } from '../document/model.ts';
import { fixOf, placeIn } from './fixes.ts';
import { sayProblem } from './say.ts';

const folder = 'runtime/check/fixtures/';
const fixtures = readdirSync(folder).map((file) => {
  const { patch, problems }: { patch: PatchStep[]; problems: Problem[] } = JSON.parse(
    readFileSync(folder + file, 'utf8')
  );
  const document: CaseTypeDocument = JSON.parse(JSON.stringify(patched(soundExample(), patch)));
  const name = file.replace(/\.json$/, '');
  const problem = problems.find(({ code, fault }) => `${code}.${fault}` === name);
  return { name, document, problem };
});

const fixable = fixtures.flatMap(({ name, document, problem }) => {
  const fix = problem && fixOf(document, problem);
  return fix ? [{ name, document, problem, fix }] : [];
});

describe('a quick fix', () => {
  it.each(fixable)('of $name mends it, and can be undone', ({ document, problem, fix }) => {
    const edit = fix.command(document);
    if (isRefusal(edit)) throw new Error(edit.refused);
    const mended = applyPatches(document, edit.patches);
    if (isRefusal(mended)) throw new Error(mended.refused);
    const left = checkDraft(mended.document).map(({ code, fault, pointer }) => `${code}.${fault} ${pointer}`);
    expect(left).not.toContain(`${problem.code}.${problem.fault} ${problem.pointer}`);
    const back = applyPatches(mended.document, edit.inverse);
    expect(isRefusal(back) ? back : JSON.stringify(back.document)).toBe(JSON.stringify(document));
  });

  it('is there for what can be mended in one way', () => {
    expect(fixable.length).toBeGreaterThan(10);
  });
});

describe('a problem', () => {
  it('leads somewhere, whatever its pointer', () => {
    for (const { document, problem } of fixtures)
      if (problem) expect(problem.pointer.startsWith(placeIn(document, problem.pointer))).toBe(true);
  });

  it('is said with the answers that show it in the words of the form', () => {
    const found = fixtures.find(({ name }) => name === 'V15.empty');
    const say = t('sv');
    say.add(sentences);
    expect(found?.problem && sayProblem(say, found.document, found.problem)).toBe(
      '”datum” blir tom för vissa svar, till exempel Vad gäller ansökan?: Löpande drift. Dölj den då också.'
    );
  });
});
