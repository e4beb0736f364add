import type { JsonObject } from '#runtime/definition/json.ts';

/** What is JSON by its type already, as a document holds it. */
export const jsonOf = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
