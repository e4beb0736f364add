import type { JsonObject } from '../../definition/json.ts';

/** What people write about in each case type, beside what the scenarios tell: answers to the application. */
export const WORDS: Readonly<Record<string, readonly JsonObject[]>> = {};
