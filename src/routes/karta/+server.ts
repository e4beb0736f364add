import { error } from '@sveltejs/kit';
import { MAP_HEIGHT, MAP_WIDTH } from '#lib/form/map.ts';
import { map, mapSource } from '#lib/server/map.ts';
import type { RequestHandler } from './$types';

const SHARPNESS = 2;

/** The municipality's own map, fetched by us: a citizen's browser asks no other host. */
export const GET: RequestHandler = async ({ fetch }) => {
  if (!mapSource) error(404);
  const size = { width: MAP_WIDTH * SHARPNESS, height: MAP_HEIGHT * SHARPNESS };
  const filled = Object.entries({ ...map.bounds, ...size }).reduce(
    (address, [name, value]) => address.replaceAll(`{${name}}`, String(value)),
    mapSource
  );
  const answer = await fetch(filled, { signal: AbortSignal.timeout(10_000) });
  const type = answer.headers.get('content-type') ?? '';
  // Read to its end whoever waits for it: a body left half read when the map's host hangs up ends the whole process (nodejs/undici#5360).
  const picture = await answer.arrayBuffer();
  if (!answer.ok || !type.startsWith('image/')) error(502);
  return new Response(picture, { headers: { 'content-type': type, 'cache-control': 'public, max-age=86400' } });
};
