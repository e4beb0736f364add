import { publishedCaseTypes } from '#runtime';
import { textsIn } from '#lib/server/case-type-text.ts';

/** The case types that can be applied for now. */
export const GET = async ({ locals }) => {
  const published = await publishedCaseTypes();
  return Response.json({
    caseTypes: published.map(({ slug, number, caseType }) => {
      const texts = textsIn(caseType, locals.language);
      const { category, eService } = caseType.settings;
      return {
        ...{ slug, version: number, category, authentication: eService.authentication },
        title: texts['caseType.title'] ?? slug,
        summary: texts['caseType.summary'] ?? ''
      };
    })
  });
};
