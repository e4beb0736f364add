import type { Language } from './language.ts';
import { translator, type Translate } from './translate.ts';

/** The texts of one language, so that a browser loads no other. */
export async function loadText(language: Language): Promise<Translate> {
  // Without import attributes: this module is only ever bundled, and Vite's own server answers with a script.
  const catalogue = language === 'en' ? await import('./en.json') : await import('./sv.json');
  return translator(language, catalogue.default);
}
