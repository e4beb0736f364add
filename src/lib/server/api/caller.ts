import type { RequestEvent } from '@sveltejs/kit';
import { callerBy, type Caller, type Scope } from '#runtime';
import type { Refusal } from '#runtime/errors/refusal.ts';
import { clock } from '../services.ts';

/** Another system that sends a token, and may do this; null for a request without one. */
export async function callerFor({ request }: RequestEvent, scope: Scope): Promise<Caller | null | Refusal> {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  return callerBy(token ?? '', scope, clock.now());
}
