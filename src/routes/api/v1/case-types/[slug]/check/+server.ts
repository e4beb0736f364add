import { checkedDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { designerFor } from '#lib/server/api/designer-for.ts';
import { problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';

/** Checks a whole case type and keeps nothing of it. */
export const POST = async (event) => {
  const { language } = event.locals;
  const caller = await designerFor(event);
  if (isRefusal(caller)) return problem(caller, language);
  const document = await readJson(event.request);
  if (isRefusal(document)) return problem(document, language);
  const { problems, reached } = checkedDesign(document);
  return Response.json({ level: reached, problems });
};
