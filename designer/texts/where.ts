import type { Translate } from '#lib/text/translate.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { textIn } from './rows.ts';

const PARTS = [
  'label',
  'help',
  'error',
  'reason',
  'title',
  'status',
  'explanation',
  'guidance',
  'confirm',
  'subject',
  'body',
  'summary',
  'guide'
] as const;
type Part = (typeof PARTS)[number];
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/** The part of a case type that a text is of: `caseType`, `form.<form>`, `state`, `event`, `message`, `document`, `field`. */
export const sectionOf = (key: string): string => /^(form\.[^.]+|[^.]+)/.exec(key)?.[0] ?? key;

/** A section in words. */
export function sectionName(document: CaseTypeDocument, section: string, t: Translate): string {
  const [kind, form = ''] = section.split('.');
  switch (kind) {
    case 'form':
      return form === 'application' ? t('texts.section.application') : formName(document, form, t);
    case 'caseType':
    case 'state':
    case 'event':
    case 'message':
    case 'document':
    case 'field':
      return t(`texts.section.${kind}`);
    default:
      return section;
  }
}

function formName(document: CaseTypeDocument, form: string, t: Translate): string {
  const root = objectOf(objectOf(objectOf(document.forms)[form]).ui).id;
  return textOf(document, `form.${form}.${String(root)}.label`, t) || form;
}

const textOf = (document: CaseTypeDocument, key: string, t: Translate): string =>
  textIn(document, t.language, key) || textIn(document, 'sv', key);

/** Where somebody meets a text, in words: `“What is it about?”, help`. Pure. */
export function whereOf(document: CaseTypeDocument, key: string, t: Translate): string {
  const [kind, ...steps] = key.split('.');
  const name = (title: string, fallback: string) => t('texts.quoted', { text: textOf(document, title, t) || fallback });
  const part = (last: string | undefined) => (last !== undefined && isPart(last) ? t(`texts.part.${last}`) : '');
  const [first = '', second = '', third, option] = steps;
  switch (kind) {
    case 'form': {
      const question = name(`form.${first}.${second}.label`, second);
      if (third === 'label') return t('texts.part.label');
      return third === 'option'
        ? t('texts.option', { question, option: option ?? '' })
        : t('texts.of', { what: part(third), name: question });
    }
    case 'caseType':
      return part(first);
    case 'state':
      return t('texts.of', { what: part(second), name: name(`state.${first}.title`, first) });
    case 'event':
      return t('texts.of', {
        what: second === 'label' ? t('texts.part.button') : part(second),
        name: name(`event.${first}.label`, first)
      });
    case 'field':
      return second === 'label'
        ? t('texts.part.label')
        : t('texts.option', { question: name(`field.${first}.label`, first), option: third ?? '' });
    case 'message':
    case 'document':
      return t('texts.of', { what: part(second), name: t('texts.quoted', { text: first }) });
    default:
      return key;
  }
}
