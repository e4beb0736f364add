import { isReady } from '#runtime';

/** Ready for traffic: the database answers and is migrated. */
export const GET = async () => {
  const ready = await isReady();
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: ready ? {} : { 'retry-after': '5' }
  });
};
