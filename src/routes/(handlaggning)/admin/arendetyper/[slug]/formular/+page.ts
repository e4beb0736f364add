import { addText } from '#lib/text/load.ts';

export const load = async ({ data, parent }) => {
  const { t } = await parent();
  await Promise.all([addText(t, 'builder'), addText(t, 'library')]);
  return data;
};
