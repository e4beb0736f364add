import type { CaseType } from '#runtime/definition/case-type.ts';
import type { JsonObject } from '#runtime/definition/json.ts';

/** A published case type as a document to be edited: the same parts, in the same order. */
export const documentOfType = (caseType: CaseType): JsonObject => JSON.parse(JSON.stringify(caseType));
