import { addText } from '#lib/text/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { t } = await parent();
  await Promise.all([addText(t, 'staff'), addText(t, 'office'), addText(t, 'handlingar'), addText(t, 'signers')]);
  return { ...data };
};
