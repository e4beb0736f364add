import en from './en.json' with { type: 'json' };
import type { Language } from './language.ts';
import mineEn from './mine.en.json' with { type: 'json' };
import mineSv from './mine.sv.json' with { type: 'json' };
import staffEn from './staff.en.json' with { type: 'json' };
import staffSv from './staff.sv.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };
import { translator, type Translate } from './translate.ts';

const translators: Readonly<Record<Language, Translate>> = {
  sv: translator('sv', { ...sv, ...staffSv, ...mineSv }),
  en: translator('en', { ...en, ...staffEn, ...mineEn })
};

/** The texts of the interface: `t('sv')('error.draft.expired')`. For servers; components take theirs from `useText()`, which loads one language only. */
export const t = (language: Language): Translate => translators[language];
