import type { CaseType } from '../definition/case-type.ts';
import type { Problem } from '../definition/problem.ts';
import type { Exploration } from '../flow/explore.ts';
import { explored } from './explored.ts';
import { problemsOf } from './problems-of.ts';
import { checkAccessibility } from './rules/v25-accessibility.ts';
import { checkBeslut } from './rules/v24-beslut.ts';
import { checkBranches } from './rules/v11-branches.ts';
import { checkCatalogue } from './rules/v6-catalogue.ts';
import { checkGuide } from './rules/v6-guide.ts';
import { checkDelays } from './rules/v4-delays.ts';
import { checkEnforcement } from './rules/v24-enforcement.ts';
import { checkGiven } from './rules/v14-given.ts';
import { checkGone } from './rules/v14-gone.ts';
import { checkHidden } from './rules/v16-hidden.ts';
import { checkKeys } from './rules/v2-keys.ts';
import { checkKinds } from './rules/v5-kinds.ts';
import { checkLevel } from './rules/v22-level.ts';
import { checkOrder } from './rules/v27-order.ts';
import { checkOutcomes } from './rules/v23-outcome.ts';
import { checkNothing } from './rules/v8-nothing.ts';
import { checkPatterns } from './rules/v19-patterns.ts';
import { checkPurposes } from './rules/v26-purpose.ts';
import { checkShown } from './rules/v15-shown.ts';
import { checkTold } from './rules/v24-told.ts';
import { checkTableRules } from './rules/v11-tables.ts';
import { checkWaiting } from './rules/v13-waiting.ts';
import { checkCircles } from './rules/v10-circles.ts';
import { checkDeadEnds, checkEnds, checkReach } from './rules/v7-v9-reach.ts';
import { checkRegistration } from './rules/v23-registration.ts';
import { checkRoles } from './rules/v12-roles.ts';
import { checkStructure } from './rules/v3-structure.ts';
import { checkStatuses, checkTexts } from './rules/v17-texts.ts';
import { checkTypes } from './rules/v5-types.ts';

type Rule = (caseType: CaseType) => Problem[];

/** What the flow must be before it can be walked through. */
const STRUCTURE: readonly Rule[] = [checkKeys, checkStructure, checkDelays];

const RULES: readonly Rule[] = [
  checkTypes,
  checkKinds,
  checkCatalogue,
  checkGuide,
  checkRoles,
  checkNothing,
  checkGone,
  checkHidden,
  checkTexts,
  checkPatterns,
  checkRegistration,
  checkBeslut,
  checkOrder,
  checkAccessibility,
  checkPurposes
];

/** What is found by trying answers, which needs conditions that fit what they read. */
const TRIED: readonly Rule[] = [checkBranches, checkTableRules, checkShown];

/** Of what makes trying answers pointless: repeated elements, wrong types, fields that are gone, a wrong order. */
const UNFIT = new Set(['V2', 'V5', 'V14', 'V27']);

/** What is found by walking through everything that can happen. */
const WALKED: readonly ((caseType: CaseType, exploration: Exploration) => Problem[])[] = [
  checkReach,
  checkDeadEnds,
  checkEnds,
  checkCircles,
  checkStatuses,
  checkLevel,
  checkOutcomes,
  checkEnforcement,
  checkTold,
  checkWaiting
];

/**
 * Every problem of a case type that follows the schemas (`parseCaseType`), but for those that need a server: V18 and
 * V20 are `checkOnServer`'s (`runtime/case`). Pure; runs in the browser too.
 */
export function check(caseType: CaseType): Problem[] {
  const structure = STRUCTURE.flatMap((rule) => rule(caseType));
  const fixed = RULES.flatMap((rule) => rule(caseType));
  const isFit = ![...structure, ...fixed].some(({ code }) => UNFIT.has(code));
  const rest = isFit ? [...fixed, ...TRIED.flatMap((rule) => rule(caseType))] : fixed;
  if (structure.length > 0) return [...structure, ...rest];
  const exploration = explored(caseType.flow);
  const given = isFit && !exploration.capped && !fixed.some(({ code }) => code === 'V6');
  return [...rest, ...(given ? checkGiven(caseType, exploration) : []), ...checkWalked(caseType, exploration)];
}

/**
 * What the rules can say of a case type that the schemas find faults in, so that one fault does not hide all others. A rule
 * that stumbles over such a fault says nothing until it is mended. What needs a flow to walk through waits.
 */
export const checkFaulty = (caseType: CaseType): Problem[] =>
  [...STRUCTURE, ...RULES].flatMap((rule) => {
    try {
      return rule(caseType);
    } catch {
      return [];
    }
  });

/** What the walk says; of a flow that is too large to walk through, only that. */
export function checkWalked(caseType: CaseType, exploration: Exploration): Problem[] {
  if (exploration.capped) return [problemsOf('V7').warning('too-large-to-tell', '/flow')];
  return WALKED.flatMap((rule) => rule(caseType, exploration));
}
