import { noticesDown, noticesUp, ports } from '#runtime';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const now = ports().clock.now();
  const [up, down] = await Promise.all([noticesUp(now), noticesDown(now)]);
  return { up, down };
};
