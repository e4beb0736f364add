import { checkDraft } from '#runtime/check/check-draft.ts';
import { levelSteps, type LevelStep } from '#runtime/check/level.ts';
import { isValid } from '#runtime/definition/explain.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import { keeper } from './keeper.ts';
import type { Checked, ToCheck } from './checker.ts';

/** Checks drafts off the main thread: a document with its number in, its problems with the same number out. */
const keep = keeper();

addEventListener('message', ({ data }: MessageEvent<ToCheck>) => {
  const document = keep(data.document);
  const problems = checkDraft(document);
  const checked: Checked = { number: data.number, problems, steps: stepsOf(document, problems) };
  postMessage(checked);
});

/** Only a flow that is sound can be walked through. */
function stepsOf(document: unknown, problems: readonly Problem[]): readonly LevelStep[] | undefined {
  const isUnsound = problems.some(({ code, severity }) => severity === 'error' && /^V[1-4]$/.test(code));
  return isUnsound || !isValid(document) ? undefined : levelSteps(document);
}
