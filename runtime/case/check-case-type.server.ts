import { check } from '../check/check.ts';
import { problemsOf } from '../check/problems-of.ts';
import { checkStrict } from '../check/rules/v18-strict.server.ts';
import type { CaseType } from '../definition/case-type.ts';
import { parseDocument } from '../definition/parse.ts';
import type { Problem } from '../definition/problem.ts';
import { compile } from '../flow/compile.ts';
import { stageOf } from '../simulate/play.ts';
import { coverageOf } from '../simulate/suggest.ts';
import { rulesOf } from './rules.server.ts';
import { runScenario } from './run-scenario.ts';

const { error } = problemsOf('V20');

/**
 * Every problem of a document that should be a case type. V1 by the schemas comes first, since the other rules read only
 * what follows them; V20, the scenarios, comes last and only where nothing else is wrong, since they run the engine.
 */
export function checkOnServer(document: unknown): Problem[] {
  const { caseType, problems } = parseDocument(document);
  if (!caseType) return [...problems];
  const found = [...check(caseType), ...checkStrict(caseType)];
  return found.some(({ severity }) => severity === 'error') ? found : [...found, ...checkScenarios(caseType)];
}

/**
 * Only what `check` cannot tell in a browser: V18 and V20, of a document that follows the schemas. The scenarios are lived only where
 * nothing else is wrong.
 */
export function checkByServer(document: unknown): Problem[] {
  const { caseType } = parseDocument(document);
  if (!caseType) return [];
  const strict = checkStrict(caseType);
  const isWrong = strict.length > 0 || check(caseType).some(({ severity }) => severity === 'error');
  return isWrong ? strict : checkScenarios(caseType);
}

/** V20: the examples come true, and are as many as the case type says. */
function checkScenarios(caseType: CaseType): Problem[] {
  const failing = failingScenarios(caseType);
  return failing.length > 0 ? failing : tooFewScenarios(caseType);
}

function tooFewScenarios(caseType: CaseType): Problem[] {
  const { scenarioCoverage: required } = caseType.settings;
  if (required === undefined) return [];
  const { share } = coverageOf(stageOf(caseType), Object.values(caseType.scenarios));
  const reached = Math.floor(share * 100);
  return reached >= required
    ? []
    : [error('too-few-scenarios', '/settings/scenarioCoverage', { share: reached, required })];
}

function failingScenarios(caseType: CaseType): Problem[] {
  const rules = rulesOf(compile(caseType));
  return Object.entries(caseType.scenarios).flatMap(([key, scenario]) =>
    runScenario(rules, scenario).map(({ pointer, expected, actual }) =>
      error('scenario-fails', `/scenarios/${key}${pointer}`, {
        scenario: scenario.title,
        expected: JSON.stringify(expected),
        actual: JSON.stringify(actual)
      })
    )
  );
}
