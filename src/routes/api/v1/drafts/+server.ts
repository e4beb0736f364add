import { limit, publishedCaseType, startDraft } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { callerFor } from '#lib/server/api/caller.ts';
import { newOwner, writeHandle } from '#lib/server/api/draft-handle.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { clock } from '#lib/server/services.ts';

const DAY_MS = 86_400_000;

/** Begins a draft that files are uploaded to before the application is filed. What it is called is a secret. */
export const POST = async (event) => {
  const { language } = event.locals;
  const now = clock.now();
  const limited = await limit('filing', event.getClientAddress(), now);
  if (limited) return problem(limited, language);
  const caller = await callerFor(event, 'cases:open');
  if (caller && isRefusal(caller)) return problem(caller, language);
  const body = await readJson(event.request);
  if (isRefusal(body)) return problem(body, language);
  const { caseType } = body;
  if (typeof caseType !== 'string') return problem(refuse('form.answers_invalid'), language);
  const published = await publishedCaseType(caseType);
  if (isRefusal(published)) return problem(published, language);
  const { authentication } = published.caseType.settings.eService;
  if (!caller && authentication !== 'none' && authentication !== 'optional')
    return problem(refuse('access.denied'), language);
  const days = 1;
  const owner = newOwner();
  const id = await startDraft(owner, { versionId: published.versionId, days, language }, now);
  const expiresAt = new Date(now.getTime() + days * DAY_MS).toISOString();
  return answer({ draft: writeHandle({ id, owner }), expiresAt }, language, 201);
};
