import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { UiElement } from '../../definition/types.ts';
import { controlsOf, elementsOf, type PlacedElement } from '../../definition/walk-form.ts';
import { optionsOfControl } from '../../form/options.ts';
import { problemsOf } from '../problems-of.ts';

const { error, warning } = problemsOf('V25');

/**
 * V25: what the renderer cannot make accessible by itself (WCAG 2.2): labels that say something and tell questions apart
 * (2.4.6, 3.3.2), help that is read out with its question (1.3.1), tokens that browsers know (1.3.5), an order that makes
 * sense (1.3.2), and texts in the language that they are said to be in (3.1.2). That a label is there at all is V17's.
 */
export const checkAccessibility = (caseType: CaseType): Problem[] => [
  ...elementsOf(caseType).flatMap((placed) => labelFaults(placed, caseType)),
  ...optionFaults(caseType),
  ...sameLabels(caseType),
  ...helpFaults(caseType),
  ...tokenFaults(caseType),
  ...orderFaults(caseType),
  ...languageFaults(caseType)
];

const textOf = ({ texts }: CaseType, key: string): string | undefined =>
  Object.hasOwn(texts.sv, key) ? texts.sv[key] : undefined;

/** A label of nothing but blanks or signs names nothing. */
const isMute = (text: string | undefined): boolean => text !== undefined && !/[\p{L}\p{N}]/u.test(text);

function labelFaults({ element, form, pointer }: PlacedElement, caseType: CaseType): Problem[] {
  const key = `form.${form}.${element.id}.label`;
  return isMute(textOf(caseType, key)) ? [error('empty-label', pointer, { element: element.id, key })] : [];
}

/** Two options that read the same cannot be told apart. */
const optionFaults = (caseType: CaseType): Problem[] =>
  controlsOf(caseType).flatMap(({ element, schema, form, pointer }) => {
    const root = caseType.forms[form]?.schema;
    const options = root ? optionsOfControl(element, schema, root) : [];
    const texts = options.map((option) => textOf(caseType, `form.${form}.${element.id}.option.${option}`));
    const twice = texts.find((text, index) => text !== undefined && texts.indexOf(text) < index);
    return twice === undefined ? [] : [error('same-option', pointer, { element: element.id, text: twice })];
  });

/** Two questions side by side that always show must not have the same name. */
function sameLabels(caseType: CaseType): Problem[] {
  const always = elementsOf(caseType).filter(({ element }) => element.type === 'Control' && !element.visibleWhen);
  const named = always.map((placed) => ({
    ...placed,
    holder: placed.within.at(-1),
    label: textOf(caseType, `form.${placed.form}.${placed.element.id}.label`)
  }));
  const isSame = (one: (typeof named)[number], other: (typeof named)[number]) =>
    one.label === other.label && one.holder === other.holder && one.element.id !== other.element.id;
  return named
    .filter((one, index) => one.label !== undefined && named.slice(0, index).some((other) => isSame(one, other)))
    .map(({ element, pointer, label = '' }) => error('same-label', pointer, { element: element.id, text: label }));
}

/** Help for what is not there, or for a line of questions, which has no place for any, is read by nobody. */
function helpFaults(caseType: CaseType): Problem[] {
  const elements = new Map(elementsOf(caseType).map(({ form, element }) => [`${form}.${element.id}`, element]));
  return Object.keys(caseType.texts.sv).flatMap((key) => {
    const [, place = ''] = /^form\.(.+)\.help$/.exec(key) ?? [];
    if (place === '' || canHaveHelp(elements.get(place))) return [];
    return [warning('help-not-shown', `/texts/sv/${escape(key)}`, { key })];
  });
}

const canHaveHelp = (element: UiElement | undefined): boolean =>
  element !== undefined && element.type !== 'HorizontalLayout' && element.type !== 'Categorization';

const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The tokens of HTML that say what of a person is asked for, and those that may stand before them. */
const TOKENS = new Set(
  `on off name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password
  current-password one-time-code organization-title organization street-address address-line1 address-line2 address-line3
  address-level4 address-level3 address-level2 address-level1 country country-name postal-code cc-name cc-number cc-exp
  transaction-amount language bday bday-day bday-month bday-year sex url photo tel tel-country-code tel-national tel-area-code
  tel-local tel-extension email impp`.split(/\s+/)
);
const BEFORE = /^(section-\S+|shipping|billing|home|work|mobile|fax|pager)$/;

const tokenFaults = (caseType: CaseType): Problem[] =>
  controlsOf(caseType).flatMap(({ element: { options, id }, pointer }) => {
    const tokens = 'autocomplete' in options ? (options.autocomplete?.split(' ') ?? []) : [];
    const isKnown = tokens.every((token, index) =>
      index === tokens.length - 1 ? TOKENS.has(token) : BEFORE.test(token)
    );
    return isKnown
      ? []
      : [error('unknown-autocomplete', `${pointer}/options/autocomplete`, { element: id, token: tokens.join(' ') })];
  });

/** A group in a line of questions is read in another order than it is seen. */
const orderFaults = (caseType: CaseType): Problem[] =>
  elementsOf(caseType)
    .filter(({ element, within }) => element.type === 'Group' && within.at(-1)?.type === 'HorizontalLayout')
    .map(({ element, pointer }) => warning('group-in-line', pointer, { element: element.id }));

/** So many words are no name that two languages share. */
const SENTENCE = 4;

/** A text that stands unchanged in another language is read out with the wrong voice. */
function languageFaults({ texts }: CaseType): Problem[] {
  const { sv, ...others } = texts;
  return Object.entries(others).flatMap(([language, translated]) =>
    Object.entries(translated)
      .filter(
        ([key, text]) =>
          text === sv[key] && text.split(/\s+/).filter((word) => /\p{Ll}{2}/u.test(word)).length >= SENTENCE
      )
      .map(([key]) => warning('not-translated', `/texts/${language}/${escape(key)}`, { key, language }))
  );
}
