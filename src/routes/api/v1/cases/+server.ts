import { limit, openCase } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { fileIdsIn } from '#runtime/form/file-ids.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { clock } from '#lib/server/services.ts';

/** Files an application of a case type that asks for no login. `Idempotency-Key` makes a repeat harmless. */
export const POST = async ({ request, locals, url, getClientAddress }) => {
  const { language } = locals;
  const limited = await limit('filing', getClientAddress(), clock.now());
  if (limited) return problem(limited, language);
  const body = await readJson(request);
  if (isRefusal(body)) return problem(body, language);
  const { caseType, answers } = body;
  const key = request.headers.get('idempotency-key');
  if (!key || typeof caseType !== 'string' || !isObject(answers))
    return problem(refuse('form.answers_invalid'), language);
  // A file is uploaded on the pages: no id in the answers could be one of this sender's.
  if (fileIdsIn(answers).length > 0) return problem(refuse('file.type_not_allowed'), language);
  const wish = {
    key,
    caseType: { slug: caseType },
    answers,
    channel: 'e-service',
    actor: locals.actor,
    language
  } as const;
  const opened = await openCase(wish, clock.now());
  if (isRefusal(opened)) return problem(opened, language);
  const status = `${url.origin}/api/v1/status/${opened.statusToken}`;
  return answer({ number: opened.number, status, page: `${url.origin}/status/${opened.statusToken}` }, language, 201);
};
