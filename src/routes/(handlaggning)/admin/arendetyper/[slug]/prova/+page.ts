import { addText } from '#lib/text/load.ts';

export const load = async ({ parent, data }) => {
  const { t } = await parent();
  await Promise.all([addText(t, 'builder'), addText(t, 'canvas'), addText(t, 'law'), addText(t, 'simulate')]);
  return data;
};
