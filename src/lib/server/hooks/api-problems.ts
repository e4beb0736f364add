import type { Handle } from '@sveltejs/kit';
import type { ErrorCode } from '#runtime/errors/codes.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { PROBLEM_JSON } from '../api/media-types.ts';
import { problem } from '../api/problem.ts';

const CODES: Readonly<Record<number, ErrorCode>> = {
  404: 'api.not_found',
  405: 'api.method_not_allowed',
  503: 'api.unavailable'
};
const KEPT = ['allow', 'retry-after'];

/** Another system gets a problem document (RFC 9457) for every refusal, also of what no route of ours answered. */
export const apiProblems: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (response.status < 400 || !event.url.pathname.startsWith('/api/')) return response;
  if (response.headers.get('content-type')?.startsWith(PROBLEM_JSON)) return response;
  const told = problem(refuse(CODES[response.status] ?? 'api.unexpected'), event.locals.language);
  for (const name of KEPT) {
    const value = response.headers.get(name);
    if (value !== null) told.headers.set(name, value);
  }
  return told;
};
