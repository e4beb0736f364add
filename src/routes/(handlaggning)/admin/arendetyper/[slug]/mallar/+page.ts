import { addText } from '#lib/text/load.ts';

export const load = async ({ parent }) => {
  const { t } = await parent();
  await addText(t, 'law');
};
