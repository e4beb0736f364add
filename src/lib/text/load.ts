import type { Language } from './language.ts';
import { translator, type Translate } from './translate.ts';

/** The texts of one language, so that a browser loads no other. */
export async function loadText(language: Language): Promise<Translate> {
  const catalogue =
    language === 'en'
      ? await import('./en.json', { with: { type: 'json' } })
      : await import('./sv.json', { with: { type: 'json' } });
  return translator(language, catalogue.default);
}
