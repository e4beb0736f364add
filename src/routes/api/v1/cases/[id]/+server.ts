import { readCase } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { callerFor } from '#lib/server/api/caller.ts';
import { problem } from '#lib/server/api/problem.ts';
import { statusFacts } from '#lib/server/api/status-facts.ts';

/** Where a case stands, for a system that registers for its organ. */
export const GET = async (event) => {
  const { language } = event.locals;
  const caller = await callerFor(event, 'cases:read');
  if (!caller) return problem(refuse('api.token_invalid'), language);
  if (isRefusal(caller)) return problem(caller, language);
  const found = await readCase(event.params.id, caller.actor);
  if (isRefusal(found)) return problem(found, language);
  return Response.json(statusFacts(found, language), { headers: { 'cache-control': 'private, no-store' } });
};
