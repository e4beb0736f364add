import type { Handle } from '@sveltejs/kit';

const YEAR_SECONDS = 31_536_000;

/** Pages that the product itself shows in a frame; no other page may be framed by anybody. */
const FRAMED: ReadonlySet<string | null> = new Set([
  '/(forhandsvisning)/admin/arendetyper/[slug]/formular/forhandsvisning',
  '/(forhandsvisning)/admin/arendetyper/[slug]/formular/forhandsvisning/levande'
]);

/** Headers that every answer carries beside the content policy that SvelteKit sets. */
export const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  const policy = response.headers.get('content-security-policy');
  if (policy && FRAMED.has(event.route.id))
    response.headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(self)');
  if (event.url.protocol === 'https:') {
    response.headers.set('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
  }
  return response;
};
