import { addText } from '#lib/text/load.ts';

export const load = async ({ parent }) => {
  const { t } = await parent();
  await Promise.all([addText(t, 'check'), addText(t, 'problems'), addText(t, 'law')]);
};
