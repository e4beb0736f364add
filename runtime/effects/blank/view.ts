import { DOCUMENT_WORDS } from '../documents/words.ts';
import { longDate } from '../language.ts';
import type { BlankData } from './blank-data.ts';
import { BLANK_WORDS } from './words.ts';

/** What the layout of a blank form is filled with. `print` makes text that a PDF/A can hold. Pure. */
export function blankView(
  { language, sender, slug, date, title, summary, identity, sections, sendTo, isSigned }: BlankData,
  print: <Data>(data: Data) => Data
): object {
  const own = BLANK_WORDS[language];
  return {
    ...{ language, label: own.label, sender: print(sender), arms: sender.arms ?? null, isSigned },
    words: { ...DOCUMENT_WORDS[language], ...own, number: own.slug, date: DOCUMENT_WORDS[language].date },
    ...{ dateText: longDate(date, language), numberText: slug, subject: null, recipients: [] },
    ...print({ title, summary, identity, sections, sendTo })
  };
}
