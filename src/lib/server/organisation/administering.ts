import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Administering } from '#runtime';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { statusOf, stopWith } from '../fault-page.ts';
import { requireStaff } from '../guards.ts';
import { clock } from '../services.ts';

/** Who asks, and when; the use cases say whether they may. */
export const administering = (event: RequestEvent): Administering => ({
  actor: requireStaff(event).actor,
  now: clock.now()
});

/** What was asked for; else the page that says why not. */
export function got<T extends object>(outcome: T | Refusal, event: RequestEvent): T {
  if (isRefusal(outcome)) stopWith(outcome, event.locals.requestId);
  return outcome;
}

interface Posted {
  /** Which form of the page it was. */
  readonly at: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Where it leads when it is done. */
  readonly to: string;
}

/** Ends an action: on to the page that shows what was done, or back to the form with what was written in it. */
export function settle(done: object | null, event: RequestEvent, { at, fields, to }: Posted) {
  if (done === null || !isRefusal(done)) redirect(303, `${to}?klart`);
  const status = statusOf(done.refused);
  if (status === 403 || status === 404) stopWith(done, event.locals.requestId);
  return fail(status, { refused: done.refused, at, typed: Object.fromEntries(fields) });
}
