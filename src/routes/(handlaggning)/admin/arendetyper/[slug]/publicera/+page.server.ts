import type { RequestEvent } from '@sveltejs/kit';
import { differences } from '#designer/diff/diff.ts';
import {
  approvePublication,
  changelog,
  checkedDesign,
  publishDesign,
  publishedCaseType,
  readDesign,
  readVersion,
  unpublish,
  withdrawPublication
} from '#runtime';
import type { CaseTypeDocument } from '#runtime/edit/model.ts';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { readInstant } from '#lib/server/design/read-instant.ts';
import { inWords } from '#lib/server/unpublished.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { clock } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

export const load = async (event) => {
  const { actor } = requireDesigner(event);
  const { requestId, language } = event.locals;
  const { slug } = event.params;
  const [design, log] = await Promise.all([readDesign(slug, actor), changelog(slug, actor)]);
  if (isRefusal(design)) stopWith(design, requestId);
  if (isRefusal(log)) stopWith(log, requestId);
  const compared = await comparedWith(event.url.searchParams.get('jamfor'), slug, actor);
  const { problems, reached, caseType } = checkedDesign(design.document);
  return {
    ...log,
    comparedWith: compared?.number ?? null,
    news: compared ? differences(compared.document, design.document) : null,
    reached,
    twoPersons: caseType?.settings.eService.twoPersons === true,
    problems: problems.map((problem) => ({ severity: problem.severity, ...inWords(problem, language) }))
  };
};

/** The version that the design is compared with: the one asked for, or the one that new cases get. */
async function comparedWith(asked: string | null, slug: string, actor: Parameters<typeof readVersion>[2]) {
  const published = await publishedCaseType(slug);
  const current = isRefusal(published) ? null : published;
  const number = Number(asked ?? current?.number ?? 0);
  if (current && number === current.number) return { number, document: documentOfType(current.caseType) };
  const parts = number > 0 ? await readVersion(slug, number, actor) : null;
  if (typeof parts !== 'string') return null;
  const document: CaseTypeDocument = JSON.parse(parts);
  return { number, document };
}

export const actions = {
  publish: async (event) => {
    const { actor } = requireDesigner(event);
    const posted = await postedForm(event);
    const why = String(posted.get('why') ?? '').trim();
    const when = String(posted.get('when') ?? '');
    if (why === '') return { wrong: 'publish.whyMissing' as const, why, when };
    const now = clock.now();
    const publishAt = when === '' ? null : readInstant(when);
    if (publishAt === undefined || (publishAt && publishAt < now))
      return { wrong: 'publish.whenWrong' as const, why, when };
    const outcome = await publishDesign(event.params.slug, { why: why.slice(0, 2000), publishAt }, { actor, now });
    if (isRefusal(outcome)) stopWith(outcome, event.locals.requestId);
    if ('problems' in outcome) return { blocked: outcome.problems.length, why, when };
    return 'published' in outcome ? { number: outcome.published.number } : { asked: true };
  },
  approve: async (event) =>
    done(event.locals.requestId, await approvePublication(event.params.slug, await idOf(event), who(event))),
  withdraw: async (event) =>
    done(event.locals.requestId, await withdrawPublication(event.params.slug, await idOf(event), who(event))),
  unpublish: async (event) => {
    const { actor } = requireDesigner(event);
    const isSure = (await postedForm(event)).has('sure');
    return done(event.locals.requestId, isSure ? await unpublish(event.params.slug, actor) : null);
  }
};

const who = (event: Parameters<typeof requireDesigner>[0]) => ({
  actor: requireDesigner(event).actor,
  now: clock.now()
});
const idOf = async (event: RequestEvent) => String((await postedForm(event)).get('id') ?? '');

function done(requestId: string, outcome: null | Refusal) {
  if (outcome) stopWith(outcome, requestId);
  return {};
}
