import { publishedCaseType } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { answer } from '#lib/server/api/problem.ts';
import { textsIn } from '#lib/server/case-type-text.ts';

/** One case type with the form of its application: what answers must be like. */
export const GET = async ({ params, locals }) => {
  const found = await publishedCaseType(params.slug);
  if (isRefusal(found)) return answer(found, locals.language);
  const { slug, number, caseType } = found;
  const { category, eService } = caseType.settings;
  const texts = textsIn(caseType, locals.language);
  return Response.json({
    ...{ slug, version: number, category, authentication: eService.authentication },
    title: texts['caseType.title'] ?? slug,
    form: caseType.forms.application,
    texts: Object.fromEntries(Object.entries(texts).filter(([key]) => /^(caseType|form\.application)\./.test(key)))
  });
};
