import { drawDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';

/** The drawing of the process description. As a page of its own it may do nothing. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  const drawn = await drawDesign({ slug: event.params.slug, actor, language: event.locals.language });
  if (isRefusal(drawn)) stopWith(drawn, event.locals.requestId);
  return new Response(drawn.svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'"
    }
  });
};
