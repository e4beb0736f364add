import { AREAS, type Area } from './areas.ts';
import type { Language } from './language.ts';
import { translator, type Translate } from './translate.ts';

// Without import attributes: this module is only ever bundled, and Vite's own server answers with a script.
const everybody = { sv: () => import('./sv.json'), en: () => import('./en.json') };

const loaded = new Map<Language, Promise<Translate>>();

async function load(language: Language): Promise<Translate> {
  return translator(language, (await everybody[language]()).default);
}

/** The texts of one language, so that a browser loads no other. */
export function loadText(language: Language): Promise<Translate> {
  const text = loaded.get(language) ?? load(language);
  loaded.set(language, text);
  return text;
}

/** Adds the texts of one area, such as those that only staff read: a citizen loads none of them. */
export const addText = async (t: Translate, area: Area): Promise<void> =>
  t.add((await AREAS[area][t.language]()).default);
