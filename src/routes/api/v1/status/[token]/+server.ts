import { limit, readStatus } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { problem } from '#lib/server/api/problem.ts';
import { statusFacts } from '#lib/server/api/status-facts.ts';
import { clock } from '#lib/server/services.ts';

/** Where a case stands: the status link's content, without personal data. */
export const GET = async ({ params, locals, getClientAddress }) => {
  const { language } = locals;
  const limited = await limit('status-link', getClientAddress(), clock.now());
  if (limited) return problem(limited, language);
  const found = await readStatus(params.token);
  if (isRefusal(found)) return problem(found, language);
  return Response.json(statusFacts(found, language), { headers: { 'cache-control': 'private, no-store' } });
};
