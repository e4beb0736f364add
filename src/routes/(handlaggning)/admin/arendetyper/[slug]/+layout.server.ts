import { publishedCaseType, readDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';

export const load = async (event) => {
  const { actor } = requireDesigner(event);
  event.depends('design:whole');
  const [design, published] = await Promise.all([
    readDesign(event.params.slug, actor),
    publishedCaseType(event.params.slug)
  ]);
  if (isRefusal(design)) stopWith(design, event.locals.requestId);
  return { design, publishedNumber: isRefusal(published) ? null : published.number };
};
