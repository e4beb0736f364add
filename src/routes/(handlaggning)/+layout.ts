import { addText } from '#lib/text/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  await addText((await parent()).t, 'staff');
  return { ...data };
};
