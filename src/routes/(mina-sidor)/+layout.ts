import { addText } from '#lib/text/load.ts';
import type { LayoutLoad } from './$types';

/** These pages need no script, so they load none; those with a form turn it on. */
export const csr = false;

export const load: LayoutLoad = async ({ data, parent }) => {
  const { t } = await parent();
  await addText(t, 'mine');
  return data;
};
