import { addText } from '#lib/text/load.ts';

export const load = async ({ parent }) => {
  const { t } = await parent();
  await Promise.all([
    addText(t, 'builder'),
    addText(t, 'law'),
    addText(t, 'check'),
    addText(t, 'problems'),
    addText(t, 'flow'),
    addText(t, 'canvas'),
    addText(t, 'patterns'),
    addText(t, 'bpmn')
  ]);
};
