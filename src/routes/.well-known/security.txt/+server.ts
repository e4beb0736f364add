import { municipality } from '#lib/server/municipality.ts';
import type { RequestHandler } from './$types';

const VALID_MS = 180 * 86_400_000;

/** RFC 9116: where to report a fault in security. */
export const GET: RequestHandler = ({ url }) => {
  const lines = [
    `Contact: mailto:${municipality.contact}`,
    `Expires: ${new Date(Date.now() + VALID_MS).toISOString()}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${url.origin}/.well-known/security.txt`
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
