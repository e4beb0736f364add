import { printBlank } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { clock, documents, municipalityFacts } from '#lib/server/services.ts';

/** The form to print and fill in by hand (maturity level 0). */
export const GET = async ({ params, locals }) => {
  const { slug } = params;
  const ports = { documents, municipality: municipalityFacts, now: clock.now() };
  const printed = await printBlank({ slug, language: locals.language }, ports);
  if (isRefusal(printed)) stopWith(printed, locals.requestId);
  return new Response(Uint8Array.from(printed.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${slug}.pdf"`,
      'cache-control': 'public, max-age=300',
      vary: 'cookie'
    }
  });
};
