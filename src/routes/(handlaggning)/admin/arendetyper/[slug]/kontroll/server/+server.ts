import { checkDesign } from '#runtime';
import { answer } from '#lib/server/api/problem.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';

/** What the check in the browser cannot tell of the design as it is saved. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  return answer(await checkDesign(event.params.slug, actor), event.locals.language);
};
