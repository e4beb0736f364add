import { addText } from '#lib/text/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { t } = await parent();
  await addText(t, 'organisation');
  return { ...data };
};
