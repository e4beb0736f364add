import { redirect } from '@sveltejs/kit';
import { objectOf } from '#designer/document/elements.ts';
import { refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { caseTypeHere, lookAtFile, readFile, unitsFor } from '#lib/server/design/look-at-file.ts';
import { takeFile } from '#lib/server/design/take-file.ts';
import { LONGEST_CASE_TYPE } from '#lib/server/api/read-json.ts';
import type { Actor } from '#runtime';
import { postedForm } from '#lib/server/posted-form.ts';

const LONGEST_POSTED = 3 * LONGEST_CASE_TYPE;

export const load = async (event) => {
  const { actor } = requireDesigner(event);
  return { units: await unitsFor(actor) };
};

export const actions = {
  /** Tells what a file holds, and what is wrong with it; nothing comes of it yet. */
  look: async (event) => {
    const { actor } = requireDesigner(event);
    if (isTooLong(event.request)) return { wrong: 'import.tooLarge' as const };
    const file = (await postedForm(event, LONGEST_POSTED)).get('file');
    if (!(file instanceof File) || file.size === 0) return { wrong: 'import.missing' as const };
    return looked(await file.text(), actor);
  },
  /** Makes a design of it, new or as one edit of the one that is there. */
  take: async (event) => {
    const { actor } = requireDesigner(event);
    if (isTooLong(event.request)) return { wrong: 'import.tooLarge' as const };
    const posted = await postedForm(event, LONGEST_POSTED);
    const field = (name: string) => String(posted.get(name) ?? '');
    const wish = { how: field('how'), slug: field('slug').trim(), unit: field('unit') };
    const text = field('text');
    const taken = await take(text, wish, actor);
    if (typeof taken === 'string') redirect(303, `/admin/arendetyper/${taken}/kontroll`);
    return { ...(await looked(text, actor)), refused: taken.refused, wish };
  }
};

/** The page says it in its own words; whoever does not say how long it is is no browser. */
const isTooLong = ({ headers }: Request) => Number(headers.get('content-length')) > LONGEST_POSTED;

async function looked(text: string, actor: Actor) {
  const found = await lookAtFile(text, actor);
  return found ? { text, found } : { wrong: 'import.notCaseType' as const };
}

interface Wish {
  readonly how: string;
  readonly slug: string;
  readonly unit: string;
}

/** The slug of the design that it became. */
async function take(text: string, { how, slug, unit }: Wish, actor: Actor): Promise<string | Refusal> {
  const whole = readFile(text);
  if (!whole) return refuse('form.answers_invalid');
  const settings = objectOf(whole.document.settings);
  const to = how === 'edit' ? String(settings.slug) : slug;
  const { here, isTaken } = await caseTypeHere(to, actor);
  if (isTaken || (how !== 'edit' && here)) return refuse('edit.key_taken', { key: to });
  const chosen = (await unitsFor(actor)).find((one) => `${one.organ}/${one.unit}` === unit);
  // What is here stays whose it is.
  const owner = here
    ? objectOf(here.settings).owner
    : chosen && { organ: chosen.organ, kind: chosen.kind, unit: chosen.unit };
  if (owner === undefined) return refuse('access.denied');
  const document = { ...whole.document, settings: { ...settings, slug: to, owner } };
  return (await takeFile({ ...whole, document }, actor)) ?? to;
}
