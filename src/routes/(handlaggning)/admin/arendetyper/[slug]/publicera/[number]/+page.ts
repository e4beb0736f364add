import { addText } from '#lib/text/load.ts';

export const load = async ({ data, parent }) => {
  const { t } = await parent();
  await addText(t, 'builder');
  return data;
};
