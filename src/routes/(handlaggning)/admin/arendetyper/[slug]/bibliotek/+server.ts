import { keyOfText } from '#designer/commands/keys.ts';
import { readFragment } from '#designer/commands/fragment.ts';
import type { Part } from '#designer/library/part.ts';
import { shippedParts } from '#designer/library/shipped.ts';
import { libraryParts, savePart, type SavedPart } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { clock } from '#lib/server/services.ts';

/** The parts that a case type can be built of: those of the product, and those of its organ. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  const { language } = event.locals;
  const saved = await libraryParts(event.params.slug, actor);
  if (isRefusal(saved)) return problem(saved, language);
  return answer({ parts: [...shippedParts(language), ...saved.flatMap(partOf)] }, language);
};

/** Saves a part for the organ, or with `id` a new version of one. */
export const POST = async (event) => {
  const { actor } = requireDesigner(event);
  const { language } = event.locals;
  const body = await readJson(event.request);
  if (isRefusal(body)) return problem(body, language);
  const name = typeof body.name === 'string' ? body.name.trim().slice(0, 120) : '';
  const fragment = readFragment(JSON.stringify(body.fragment ?? null));
  const id = typeof body.id === 'string' ? body.id : null;
  const key = id === null ? keyOfText(name) : id.slice(id.indexOf('/') + 1);
  if (!fragment || key === '') return problem({ refused: 'form.answers_invalid' }, language);
  const given = { key, name, fragment: JSON.stringify(fragment), isNew: id === null };
  const saved = await savePart(event.params.slug, given, { actor, now: clock.now() });
  if (isRefusal(saved)) return problem(saved, language);
  return answer(partOf(saved)[0] ?? {}, language);
};

function partOf({ organ, key, version, name, fragment, by, at }: SavedPart): Part[] {
  const read = readFragment(fragment);
  return read ? [{ id: `${organ}/${key}`, version, name, fragment: read, saved: { by, at: at.toISOString() } }] : [];
}
