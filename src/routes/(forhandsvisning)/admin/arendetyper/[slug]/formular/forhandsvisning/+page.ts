import { addText, loadText } from '#lib/text/load.ts';

/** As a browser without a script gets it. */
export const csr = false;

export const load = async ({ data }) => {
  const t = await loadText(data.language);
  await addText(t, 'builder');
  return { ...data, t };
};
