import { addText } from '#lib/text/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { t } = await parent();
  await addText(t, 'mine');
  return data;
};
