import { checkedDesign } from '#runtime';
import { unpacked } from '#runtime/edit/whole-file.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { designerFor } from '#lib/server/api/designer-for.ts';
import { problem } from '#lib/server/api/problem.ts';
import { LONGEST_CASE_TYPE, readJson } from '#lib/server/api/read-json.ts';

/** Checks a whole case type and keeps nothing of it. */
export const POST = async (event) => {
  const { language } = event.locals;
  const caller = await designerFor(event);
  if (isRefusal(caller)) return problem(caller, language);
  const body = await readJson(event.request, LONGEST_CASE_TYPE);
  const file = isRefusal(body) ? body : unpacked(body);
  if (isRefusal(file)) return problem(file, language);
  const { problems, reached } = checkedDesign(file.document);
  return Response.json({ level: reached, problems });
};
