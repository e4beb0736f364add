import { redirect } from '@sveltejs/kit';
import { differences } from '#designer/diff/diff.ts';
import { changelog, readDesign, readVersion, type Actor } from '#runtime';
import type { CaseTypeDocument } from '#runtime/edit/model.ts';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { takeFile } from '#lib/server/design/take-file.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { map } from '#lib/server/map.ts';
import { clock } from '#lib/server/services.ts';

/** What a version is compared with when it is not another version. */
const DESIGN = 'design';

/** A published version, as it is for ever: who and why, what it brought, and what it looks like. */
export const load = async (event) => {
  const { actor } = requireDesigner(event);
  const { slug, number } = event.params;
  const log = await changelog(slug, actor);
  if (isRefusal(log)) stopWith(log, event.locals.requestId);
  const version = log.versions.find((one) => String(one.number) === number);
  if (!version) stopWith(refuse('case_type.not_found', { slug }), event.locals.requestId);
  const document = await documentOf(slug, String(version.number), actor);
  if (isRefusal(document)) stopWith(document, event.locals.requestId);
  const others = log.versions.flatMap((one) => (one === version ? [] : [one.number]));
  const before = others.filter((other) => other < version.number).toSorted((a, b) => b - a)[0];
  const asked = event.url.searchParams.get('med') ?? String(before ?? DESIGN);
  const comparedWith = others.find((other) => String(other) === asked) ?? null;
  const other = await documentOf(slug, String(comparedWith ?? DESIGN), actor);
  if (isRefusal(other)) stopWith(other, event.locals.requestId);
  // Told as what the younger of the two brought.
  const isYounger = comparedWith !== null && comparedWith < version.number;
  return {
    ...{ version, others, comparedWith, document, map, today: stockholmDay(clock.now()) },
    news: isYounger ? differences(other, document) : differences(document, other)
  };
};

export const actions = {
  /** The design becomes what the version was: one edit, which can be undone. */
  restore: async (event) => {
    const { actor } = requireDesigner(event);
    const { slug, number } = event.params;
    const document = await documentOf(slug, number, actor);
    if (isRefusal(document)) stopWith(document, event.locals.requestId);
    const taken = await takeFile({ document, templateTexts: {} }, actor);
    if (taken) stopWith(taken, event.locals.requestId);
    redirect(303, `/admin/arendetyper/${slug}/oversikt`);
  }
};

async function documentOf(slug: string, number: string, actor: Actor) {
  if (number === DESIGN) {
    const design = await readDesign(slug, actor);
    return isRefusal(design) ? design : design.document;
  }
  const parts = await readVersion(slug, Number(number), actor);
  if (typeof parts !== 'string') return parts;
  const document: CaseTypeDocument = JSON.parse(parts);
  return document;
}
