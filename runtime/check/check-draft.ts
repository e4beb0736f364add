import type { CaseType } from '../definition/case-type.ts';
import { explain, isValid } from '../definition/explain.ts';
import { problemOf } from '../definition/faults.ts';
import type { Problem } from '../definition/problem.ts';
import { check, checkFaulty } from './check.ts';

/**
 * Every problem of a draft, which may be any JSON: V1 by the schemas first, then all that the other rules can tell. V18 and V20
 * are the server's (`checkOnServer`). Pure; never throws.
 */
export function checkDraft(document: unknown): Problem[] {
  const unfit = explain(document);
  if (isValid(document, unfit)) return check(document);
  const faults = unfit.map(problemOf);
  if (!hasParts(document)) return faults;
  const known = new Set(faults.map(keyOf));
  return [...faults, ...checkFaulty(document).filter((problem) => !known.has(keyOf(problem)))];
}

const keyOf = ({ code, fault, pointer }: Problem): string => `${code}.${fault} ${pointer}`;

const PARTS = ['settings', 'forms', 'flow', 'decisions', 'texts', 'templates', 'scenarios', 'layout'];

/** Whether the parts of a case type are there. What stands in them may be anything. */
const hasParts = (document: unknown): document is CaseType =>
  isHolder(document) &&
  PARTS.every((part) => part in document && isHolder(Object.entries(document).find(([key]) => key === part)?.[1]));

const isHolder = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
