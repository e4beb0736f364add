import { actOnCase, caseByLink, limit } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { fileIdsIn } from '#runtime/form/file-ids.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { clock } from '#lib/server/services.ts';

/** Sends an event that the holder of the link may send. `seq` is what the sender saw; `Idempotency-Key` makes a repeat harmless. */
export const POST = async ({ request, params, locals, getClientAddress }) => {
  const { language } = locals;
  const limited = await limit('status-link', getClientAddress(), clock.now());
  if (limited) return problem(limited, language);
  const found = await caseByLink(params.token);
  if (isRefusal(found)) return problem(found, language);
  const body = await readJson(request);
  if (isRefusal(body)) return problem(body, language);
  const { event, answers, seq } = body;
  const key = request.headers.get('idempotency-key');
  if (!key || typeof event !== 'string') return problem(refuse('form.answers_invalid'), language);
  if (answers !== undefined && (!isObject(answers) || fileIdsIn(answers).length > 0)) {
    return problem(refuse('form.answers_invalid'), language);
  }
  const command = {
    ...{ key, caseId: found.caseId, actor: found.actor, event },
    ...(typeof seq === 'number' && { seq }),
    ...(isObject(answers) && { answers })
  };
  const done = await actOnCase(command, clock.now());
  return answer(isRefusal(done) ? done : { seq: done.seq }, language);
};
