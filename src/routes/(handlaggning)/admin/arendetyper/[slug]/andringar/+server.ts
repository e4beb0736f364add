import { exchangeEdits, readDesign } from '#runtime';
import { readEntries } from '#runtime/designs/read-entries.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { clock } from '#lib/server/services.ts';

/** Takes edits, and gives what others have done since. */
export const POST = async (event) => {
  const { actor } = requireDesigner(event);
  const { language } = event.locals;
  const body = await readJson(event.request);
  if (isRefusal(body)) return problem(body, language);
  const entries = readEntries(body.entries);
  const { seq, selection } = body;
  if (!entries || typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0)
    return problem({ refused: 'form.answers_invalid' }, language);
  const chosen = typeof selection === 'string' ? selection.slice(0, 500) : null;
  const given = { seq, entries, selection: chosen };
  return answer(await exchangeEdits(event.params.slug, given, { actor, now: clock.now() }), language);
};

/** The design anew. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  return answer(await readDesign(event.params.slug, actor), event.locals.language);
};
