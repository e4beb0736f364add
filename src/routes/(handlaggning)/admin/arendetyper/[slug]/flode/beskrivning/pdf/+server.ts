import { printDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { clock, documents, municipalityFacts } from '#lib/server/services.ts';

/** The process description as PDF. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  const { slug } = event.params;
  const ports = { documents, municipality: municipalityFacts };
  const made = await printDesign({ slug, actor, language: event.locals.language }, { ports, now: clock.now() });
  if (isRefusal(made)) stopWith(made, event.locals.requestId);
  return new Response(Uint8Array.from(made.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${slug}-process.pdf"`,
      'cache-control': 'private, no-store'
    }
  });
};
