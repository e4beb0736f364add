import type { TextKey, Translate } from '#lib/text/translate.ts';

/** What bpmn-js says of its own accord, in our words. */
const WORDS: Readonly<Record<string, TextKey>> = {
  'Open minimap': 'canvas.minimap',
  'Close minimap': 'canvas.minimap',
  'Search in diagram': 'canvas.search'
};

/** The `translate` of bpmn-js. */
export const wordsIn =
  (t: Translate) =>
  (template: string, params: Readonly<Record<string, string>> = {}): string => {
    const key = WORDS[template];
    return key ? t(key) : template.replace(/\{([^}]+)\}/g, (_, name: string) => params[name] ?? `{${name}}`);
  };
