import { addText, loadText } from '#lib/text/load.ts';

export const load = async ({ data }) => {
  const t = await loadText(data.language);
  await addText(t, 'builder');
  return { ...data, t };
};
