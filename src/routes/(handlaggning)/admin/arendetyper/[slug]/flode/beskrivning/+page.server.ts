import { describeDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';

/** A case type told step by step, with its law and its drawing: to read and to print. */
export const load = async (event) => {
  const { actor } = requireDesigner(event);
  event.depends('design:whole');
  const { slug } = event.params;
  const description = await describeDesign({ slug, actor, language: event.locals.language });
  if (isRefusal(description)) stopWith(description, event.locals.requestId);
  return { description };
};
