import { error } from '@sveltejs/kit';
import { map, ownPicture } from '#lib/server/map.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
  const picture = await ownPicture();
  if (!picture) error(map.source === '/karta' ? 502 : 404);
  return new Response(picture.bytes, {
    headers: { 'content-type': picture.type, 'cache-control': 'public, max-age=86400' }
  });
};
