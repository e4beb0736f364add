import { checkDraft } from '#runtime/check/check-draft.ts';
import { levelSteps, type LevelStep } from '#runtime/check/level.ts';
import { isValid } from '#runtime/definition/explain.ts';
import { isShown } from '#runtime/check/goals.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import { examplesOf } from '#runtime/simulate/examples.ts';
import { keeper } from './keeper.ts';
import type { Checked, ToCheck } from './checker.ts';

/**
 * Checks drafts off the main thread: a document with its number in, its problems with the same number out; then once more, with the
 * cases that show them, unless another document has come meanwhile.
 */
const keep = keeper();
const MOST_EXAMPLES = 60;
let latest = 0;

addEventListener('message', ({ data: { number, document: sent } }: MessageEvent<ToCheck>) => {
  latest = number;
  const document = keep(sent);
  const problems = checkDraft(document);
  const checked: Checked = { number, problems, steps: stepsOf(document, problems) };
  postMessage(checked);
  if (problems.some(isShown) && isValid(document)) void addExamples(checked, examplesOf(document));
});

async function addExamples(checked: Checked, exampleOf: ReturnType<typeof examplesOf>): Promise<void> {
  const problems: Problem[] = [];
  for (const problem of checked.problems) {
    const example = problems.length < MOST_EXAMPLES && isShown(problem) ? exampleOf(problem) : undefined;
    problems.push(example ? { ...problem, example } : problem);
    // Lets a newer document in.
    await new Promise((resume) => setTimeout(resume));
    if (latest !== checked.number) return;
  }
  const shown: Checked = { ...checked, problems };
  postMessage(shown);
}

/** Only a flow that is sound can be walked through. */
function stepsOf(document: unknown, problems: readonly Problem[]): readonly LevelStep[] | undefined {
  const isUnsound = problems.some(({ code, severity }) => severity === 'error' && /^V[1-4]$/.test(code));
  return isUnsound || !isValid(document) ? undefined : levelSteps(document);
}
