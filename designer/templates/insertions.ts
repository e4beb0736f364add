import { TEMPLATE_DATA, type TemplateValue } from '#runtime/effects/documents/template-data.ts';
import type { DocumentKind } from './ports.ts';
import type { Translate } from '#lib/text/translate.ts';
import { elementsOf, formsOf, objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { follow } from '../document/path.ts';

/** Something to insert, as Typst, with what it is. */
export interface Insertion {
  readonly code: string;
  readonly about: string;
}

/** What every document of a kind holds, as the document maker lists it. Pure. */
export const dataInsertions = (kind: DocumentKind, language: 'sv' | 'en'): Insertion[] =>
  TEMPLATE_DATA.filter(
    ({ in: kinds, path }) => !path.includes('<') && (kinds === undefined || kinds.includes(kind))
  ).map((value) => ({ code: codeOf(value), about: value.about[language] }));

/** How each sort of data is set; what a document may lack is read by `of`. */
function codeOf({ path, is }: TemplateValue): string {
  const [list, part] = path.split('[].');
  if (part !== undefined)
    return `#for one in data.${list} { ${is === 'texts' ? `one.${part}.join(linebreak())` : `one.${part}`} }`;
  switch (is) {
    case 'blocks':
      return `#for one in data.${path} { block-of(one) }`;
    case 'rows':
      return `#facts(data.${path})`;
    case 'appeal':
      return `#if is-some(of("${path}")) { appeal-page(data.${path}) }`;
    case 'texts':
      return `#data.${path}.join(linebreak())`;
    case 'text':
      return path.includes('.') ? `#data.${path}` : `#of("${path}")`;
  }
}

/** The answers of one form, by their questions. A list is inserted row by row. Pure. */
export function answerInsertions(document: CaseTypeDocument, form: string, language: string): Insertion[] {
  const label = (id: string) => {
    const find = (one: string) => follow(document, ['texts', one, `form.${form}.${id}.label`]);
    return String(find(language) ?? find('sv') ?? id);
  };
  const answer = (id: string) => `answers.${form}.at("${id}", default: none)`;
  return elementsOf(document, form)
    .filter(({ element, list }) => element.type === 'Control' && list === null)
    .map(({ id, element }) => {
      const detail = objectOf(objectOf(element.options).detail);
      const about = label(id);
      if (!Array.isArray(detail.elements))
        return { code: `#let it = data.${answer(id)}\n#if it != none { it.text }`, about };
      const [first] = detail.elements.map((each) => objectOf(each).id).filter((each) => typeof each === 'string');
      return { code: `#for row in data.answers.${form}.at("${id}").rows { row.at("${first ?? ''}").text }`, about };
    });
}

/** Every form by its key, with what its pages call it. Pure. */
export const namedForms = (
  document: CaseTypeDocument,
  t: Translate
): { readonly key: string; readonly name: string }[] =>
  formsOf(document).map((key) => {
    const root = String(objectOf(objectOf(objectOf(document.forms)[key]).ui).id);
    const find = (language: string) => follow(document, ['texts', language, `form.${key}.${root}.label`]);
    const name = key === 'application' ? t('law.form.application') : String(find(t.language) ?? find('sv') ?? key);
    return { key, name };
  });

/** What a new template begins as: the platform's page, with the answers of the step. */
export const NEW_TEMPLATE = `#import "frame.typ": *

#show: frame

#for one in data.blocks { block-of(one) }
`;
