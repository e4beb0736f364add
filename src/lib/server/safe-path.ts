const BASE = 'http://inside.invalid';

/** A path of ours to go on to, from what stood in an address: anything that could lead to another host becomes `otherwise`. */
export function safePath(text: string | null, otherwise = '/'): string {
  if (!text?.startsWith('/') || text.length > 500) return otherwise;
  const url = URL.parse(text, BASE);
  if (url?.origin !== BASE || url.pathname.startsWith('//')) return otherwise;
  return url.pathname + url.search + url.hash;
}
