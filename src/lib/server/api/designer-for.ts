import type { RequestEvent } from '@sveltejs/kit';
import type { Caller } from '#runtime';
import { refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { callerFor } from './caller.ts';

/** A system with a token that may change case types; `api.token_invalid` for a request without one. */
export const designerFor = async (event: RequestEvent): Promise<Caller | Refusal> =>
  (await callerFor(event, 'case-types:write')) ?? refuse('api.token_invalid');
