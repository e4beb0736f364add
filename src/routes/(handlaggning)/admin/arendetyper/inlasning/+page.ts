import { addText } from '#lib/text/load.ts';

export const load = async ({ data, parent }) => {
  const { t } = await parent();
  await Promise.all([addText(t, 'import'), addText(t, 'check'), addText(t, 'problems')]);
  return data;
};
