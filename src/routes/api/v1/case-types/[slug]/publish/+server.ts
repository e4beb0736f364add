import { publishDesign } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { designerFor } from '#lib/server/api/designer-for.ts';
import { problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { clock } from '#lib/server/services.ts';

/** Publishes the design with why, now or at `publishAt`. 409 with the problems when the check stops it; 202 when it waits. */
export const POST = async (event) => {
  const { language } = event.locals;
  const caller = await designerFor(event);
  if (isRefusal(caller)) return problem(caller, language);
  const body = await readJson(event.request);
  if (isRefusal(body)) return problem(body, language);
  const { why, publishAt } = body;
  const at = typeof publishAt === 'string' ? new Date(publishAt) : null;
  if (typeof why !== 'string' || why.trim() === '' || (at && Number.isNaN(at.getTime())))
    return problem(refuse('form.answers_invalid'), language);
  const wish = { why: why.slice(0, 2000), publishAt: at };
  const outcome = await publishDesign(event.params.slug, wish, { actor: caller.actor, now: clock.now() });
  if (isRefusal(outcome)) return problem(outcome, language);
  if ('published' in outcome) return Response.json({ version: outcome.published.number });
  if ('waits' in outcome) return Response.json(outcome, { status: 202 });
  const told = problem(refuse('case_type.has_errors'), language);
  return Response.json({ ...(await told.json()), problems: outcome.problems }, told);
};
