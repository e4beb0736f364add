import type { CaseType } from '../definition/case-type.ts';
import type { Literal } from '../definition/types.ts';
import { controlsOf, type PlacedControl } from '../definition/walk-form.ts';
import { templateOf } from './compile-form.ts';
import { isKind, KINDS } from './kinds/registry.ts';
import { printNumber } from './kinds/print-number.ts';
import type { Describe } from './sentence.ts';
import { sentenceWords } from './sentence-words.ts';
import type { FindText } from './texts.ts';
import { words } from './words.ts';

/** What `/case` holds, in words. */
const FACTS: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  '/case/number': { sv: 'ärendets nummer', en: 'the number of the case' },
  '/case/channel': { sv: 'kanalen', en: 'the channel' },
  '/case/openedAt': { sv: 'tiden då ärendet öppnades', en: 'the time the case was opened' },
  '/case/openedOn': { sv: 'dagen då ärendet öppnades', en: 'the day the case was opened' },
  '/case/arrivedOn': { sv: 'dagen då ansökan kom in', en: 'the day the application arrived' },
  '/case/today': { sv: 'dagens datum', en: 'today' },
  '/case/language': { sv: 'språket', en: 'the language' },
  '/case/organ': { sv: 'nämnden', en: 'the organ' },
  '/case/unit': { sv: 'enheten', en: 'the unit' },
  '/case/applicant': { sv: 'sökanden', en: 'the applicant' },
  '/case/applicant/kind': { sv: 'sökandens slag', en: 'the kind of applicant' },
  '/case/applicant/identified': { sv: 'att sökanden har legitimerat sig', en: 'whether the applicant is identified' },
  '/case/applicant/name': { sv: 'sökandens namn', en: "the applicant's name" },
  '/case/applicant/email': { sv: 'sökandens e-post', en: "the applicant's e-mail" },
  '/case/decidedOn': { sv: 'dagen för beslutet', en: 'the day of the beslut' },
  '/case/outcome': { sv: 'utgången', en: 'the outcome' },
  '/case/receivedOn': { sv: 'dagen då parterna fick del av beslutet', en: 'the day the parties received the beslut' },
  '/case/signatures': { sv: 'medundertecknarnas underskrifter', en: 'the signatures of the co-signers' }
};

/** Describes what conditions of a case type read by the labels of its forms and of its case fields. Takes drafts that are not sound. Pure. */
export function describeForms(forms: CaseType['forms'], text: FindText, language: string): Describe {
  const controls = new Map(controlsOf({ forms }).map((control) => [control.answer, control]));
  const { quote } = sentenceWords(language);
  const label = ({ form, element: { id } }: PlacedControl): string => quote(text(`form.${form}.${id}.label`) ?? id);
  return {
    field: (pointer) => {
      const { named, rest } = find(controls, templateOf(pointer));
      if (named) return rest === '' ? label(named) : `${label(named)} (${rest})`;
      const fact = FACTS[pointer]?.[language === 'en' ? 'en' : 'sv'];
      return fact ?? quote(text(`field.${fieldIn(pointer)}.label`) ?? bare(pointer));
    },
    value: (value, pointer) => {
      const { named, rest } = find(controls, templateOf(pointer ?? ''));
      if (named && rest === '') return printed(value, named, { text, language });
      const option = text(`field.${fieldIn(pointer ?? '')}.option.${value}`);
      return option === undefined ? plain(value, language) : quote(option);
    }
  };
}

/** Key of the case field at a pointer; empty where none is. */
const fieldIn = (pointer: string): string => /^\/fields\/([^/]+)$/.exec(pointer)?.[1] ?? '';

const bare = (pointer: string): string => pointer.replace(/^\/(?:(?:fields|results)\/)?/, '').replaceAll('/', ' ');

/** The control at a template or around it, and what of the template is left: the key of a part. */
function find(controls: ReadonlyMap<string, PlacedControl>, template: string): { named?: PlacedControl; rest: string } {
  const keys = template.split('/');
  for (let length = keys.length; length > 1; length--) {
    const named = controls.get(keys.slice(0, length).join('/'));
    if (named) return { named, rest: keys.slice(length).join(' ') };
  }
  return { rest: '' };
}

function printed(
  value: Literal,
  { form, element }: PlacedControl,
  { text, language }: { text: FindText; language: string }
): string {
  const { quote } = sentenceWords(language);
  const option = text(`form.${form}.${element.id}.option.${value}`);
  if (option !== undefined) return quote(option);
  const { options } = element;
  const look = { language, options, option: quote };
  const lines = isKind(options.kind) ? KINDS[options.kind].format(value, look) : [];
  return lines.length > 0 ? lines.join(' ') : plain(value, language);
}

function plain(value: Literal, language: string): string {
  if (typeof value === 'boolean') return words(language)[value ? 'yes' : 'no'];
  return typeof value === 'number' ? printNumber(value, language) : sentenceWords(language).quote(value);
}
