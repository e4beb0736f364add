import { explored } from '../check/explored.ts';
import { goalOf } from '../check/goals.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { Problem } from '../definition/problem.ts';
import type { Scenario } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { exampleFinder } from './example.ts';

/**
 * Finds for a problem the case that shows it (`Problem.example`), by living cases through the real engine. Made once for a
 * case type that follows the schemas. Pure; up to a second for each problem.
 * @returns nothing for a problem that no run shows, or where no case was found that does.
 */
export function examplesOf(caseType: CaseType): (problem: Problem) => Scenario | undefined {
  let find: ReturnType<typeof exampleFinder> | undefined;
  return (problem) => {
    try {
      const goal = goalOf({ caseType, exploration: explored(caseType.flow), problem });
      if (!goal) return undefined;
      find ??= exampleFinder(caseType);
      return find(goal, `${problem.code}.${problem.fault}`);
    } catch (error) {
      // A flow that the engine does not take has no cases.
      if (error instanceof PlatformError) return undefined;
      throw error;
    }
  };
}

/** The problems, each that a run shows with the case that shows it. */
export function withExamples(caseType: CaseType, problems: readonly Problem[]): Problem[] {
  const exampleOf = examplesOf(caseType);
  return problems.map((problem) => {
    const example = exampleOf(problem);
    return example ? { ...problem, example } : problem;
  });
}
