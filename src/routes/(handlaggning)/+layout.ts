import { addStaffText } from '#lib/text/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  await addStaffText((await parent()).t);
  return { ...data };
};
