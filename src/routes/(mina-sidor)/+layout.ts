import { addText } from '#lib/text/load.ts';
import type { LayoutLoad } from './$types';

/** Plain HTML; what a page adds by script is in `src/page-scripts`. */
export const csr = false;

export const load: LayoutLoad = async ({ data, parent }) => {
  const { t } = await parent();
  await addText(t, 'mine');
  return data;
};
