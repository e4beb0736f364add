import { parseDocument } from '../definition/parse.server.ts';
import type { Problem } from '../definition/problem.ts';
import { check } from './check.ts';
import { checkStrict } from './rules/v18-strict.server.ts';

/**
 * Every problem of a document that should be a case type: V1 by the schemas first, since the other rules read only what
 * follows them, then the rest, with V18 by ajv.
 */
export function checkOnServer(document: unknown): Problem[] {
  const { caseType, problems } = parseDocument(document);
  return caseType ? [...check(caseType), ...checkStrict(caseType)] : [...problems];
}
