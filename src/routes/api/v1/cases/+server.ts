import { limit, openCase, publishedCaseType, type Caller, type OpenCase } from '#runtime';
import { channelsToRegister } from '#runtime/access/opening-role.ts';
import type { JsonObject } from '#runtime/definition/json.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { fileIdsIn } from '#runtime/form/file-ids.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { isDay, stockholmDay } from '#runtime/time/day.ts';
import { readApplicant } from '#lib/server/api/applicant.ts';
import { callerFor } from '#lib/server/api/caller.ts';
import { readHandle } from '#lib/server/api/draft-handle.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { fileFaults } from '#lib/server/api/uploaded.ts';
import { clock } from '#lib/server/services.ts';

/**
 * Files an application: as anybody, of a case type that asks for no login; or for somebody, as a system with a token, by a channel that
 * staff register. `Idempotency-Key` makes a repeat harmless.
 */
export const POST = async (event) => {
  const { request, locals, url } = event;
  const { language } = locals;
  const caller = await callerFor(event, 'cases:open');
  if (caller && isRefusal(caller)) return problem(caller, language);
  const limited = caller ? null : await limit('filing', event.getClientAddress(), clock.now());
  if (limited) return problem(limited, language);
  const body = await readJson(request);
  if (isRefusal(body)) return problem(body, language);
  const { caseType, answers } = body;
  const key = request.headers.get('idempotency-key');
  if (!key || typeof caseType !== 'string' || !isObject(answers))
    return problem(refuse('form.answers_invalid'), language);
  const sender = caller ? await onBehalf(caller, caseType, body) : asAnybody(locals.actor, body);
  if (isRefusal(sender)) return problem(sender, language);
  const files = await filesOf(body, answers);
  if (isRefusal(files)) return problem(files, language);
  const wish: OpenCase = { key, caseType: { slug: caseType }, answers, language, ...sender, ...files };
  const opened = await openCase(wish, clock.now());
  if (isRefusal(opened)) return problem(opened, language);
  const { statusToken } = opened;
  const follow = statusToken
    ? { status: `${url.origin}/api/v1/status/${statusToken}`, page: `${url.origin}/status/${statusToken}` }
    : {};
  const own = caller ? { case: `${url.origin}/api/v1/cases/${opened.caseId}` } : {};
  return answer({ number: opened.number, ...follow, ...own }, language, 201);
};

type Sender = Pick<OpenCase, 'actor' | 'channel' | 'applicant' | 'arrivedOn'>;

const wrong = (pointer: string): Refusal => ({
  ...refuse('form.answers_invalid'),
  faults: [{ pointer, code: 'enum' }]
});

/** Nobody says for another how it came, or from whom. */
function asAnybody(actor: OpenCase['actor'], body: JsonObject): Sender | Refusal {
  const more = ['channel', 'applicant', 'arrivedOn'].find((name) => body[name] !== undefined);
  return more === undefined ? { actor, channel: 'e-service' } : refuse('access.denied');
}

async function onBehalf({ actor }: Caller, slug: string, body: JsonObject): Promise<Sender | Refusal> {
  const published = await publishedCaseType(slug);
  if (isRefusal(published)) return published;
  const channels = channelsToRegister(published.caseType.settings, actor);
  if (channels.length === 0) return refuse('access.denied');
  const today = stockholmDay(clock.now());
  const channel = channels.find((known) => known === body['channel']);
  if (!channel) return { ...wrong('/channel'), params: { allowed: channels } };
  const { applicant, arrivedOn = today } = body;
  if (typeof arrivedOn !== 'string' || !isDay(arrivedOn) || arrivedOn > today) return wrong('/arrivedOn');
  if (applicant === undefined) return { actor, channel, arrivedOn };
  const who = await readApplicant(applicant, today);
  return who ? { actor, channel, arrivedOn, applicant: who } : wrong('/applicant');
}

/** The draft that the files of the answers were uploaded to. Without one, no id could be of a file of this sender's. */
async function filesOf(
  { draft }: JsonObject,
  answers: JsonObject
): Promise<Pick<OpenCase, 'draftId' | 'draftOwner'> | Refusal> {
  if (draft === undefined) return fileIdsIn(answers).length > 0 ? refuse('draft.not_found') : {};
  const handle = typeof draft === 'string' ? readHandle(draft) : undefined;
  if (!handle) return refuse('draft.not_found');
  const faults = await fileFaults(handle, answers);
  if (faults.length > 0) return { ...refuse('form.answers_invalid'), faults };
  return { draftId: handle.id, draftOwner: handle.owner };
}
