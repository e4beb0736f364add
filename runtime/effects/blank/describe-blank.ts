import type { CaseType } from '../../definition/case-type.ts';
import type { Condition, Control, TypedSchema, UiBlock } from '../../definition/types.ts';
import { describeForms } from '../../form/describe.ts';
import { listedValues } from '../../form/lists.ts';
import { optionsOf } from '../../form/options.ts';
import { pointerOfScope } from '../../form/pointer.ts';
import { rowSchema, schemaAt, type Parent } from '../../form/schema-at.ts';
import { sentence, type Describe } from '../../form/sentence.ts';
import { findText, type FindText } from '../../form/texts.ts';
import type { Language } from '../language.ts';
import type { BlankPart, BlankQuestion, BlankSection } from './blank-data.ts';
import { BLANK_WORDS, type BlankWords } from './words.ts';

type Answer = BlankQuestion['answer'];

interface Telling {
  readonly caseType: CaseType;
  readonly language: Language;
  readonly words: BlankWords;
  readonly text: FindText;
  readonly describe: Describe;
  readonly parent: Parent;
  /** The list that is asked of, within one. */
  readonly list: string;
}

/** Longer lists of options are written, not ticked. */
const MOST_BOXES = 24;
const MOST_COLUMNS = 5;

/**
 * The application on paper: every question in order, with the conditions in words where a screen would hide it. What the
 * platform computes itself, or only a screen can ask, is left out. Pure.
 */
export function describeBlank(caseType: CaseType, language: Language): BlankSection[] {
  const text = findText(caseType.texts, language);
  const { application } = caseType.forms;
  const by: Telling = {
    ...{ caseType, language, text, words: BLANK_WORDS[language], list: '', parent: application.schema },
    describe: describeForms(caseType.forms, text, language)
  };
  return application.ui.elements
    .map((page) => ({
      title: labelOf(page.id, by) ?? page.id,
      ...helpOf(page.id, by),
      parts: [
        ...whenOf(page.visibleWhen, by.words.readWhen, by).map((when): BlankPart => ({ is: 'text', ...when })),
        ...page.elements.flatMap((element) => partsOf(element, by))
      ]
    }))
    .filter(({ parts }) => parts.length > 0);
}

const labelOf = (id: string, { text }: Telling): string | undefined => text(`form.application.${id}.label`);

function helpOf(id: string, { text }: Telling): { readonly help?: string } {
  const help = text(`form.application.${id}.help`);
  return help === undefined ? {} : { help };
}

function whenOf(condition: Condition | undefined, words: string, by: Telling): { readonly when: string }[] {
  if (!condition) return [];
  return [{ when: words.replace('{condition}', () => sentence(condition, by.describe, by.language, by.list)) }];
}

function partsOf(element: UiBlock, by: Telling): BlankPart[] {
  const title = labelOf(element.id, by);
  if (element.type === 'Control') return questionOf(element, by);
  const [when = {}] = whenOf(element.visibleWhen, by.words.readWhen, by);
  if (element.type === 'Label') {
    const reason = by.text(`form.application.${element.id}.reason`) ?? helpOf(element.id, by).help;
    return [{ is: 'text', ...(title && { title }), ...(reason && { text: reason }), ...when }];
  }
  const inside = element.elements.flatMap((one) => partsOf(one, by));
  if (inside.length === 0 || element.type !== 'Group') return inside;
  const { help } = helpOf(element.id, by);
  return title ? [{ is: 'text', title, ...(help && { text: help }), ...when }, ...inside] : inside;
}

function questionOf(control: Control, by: Telling): BlankQuestion[] {
  const root = by.caseType.forms.application.schema;
  const schema = schemaAt(control.scope, by.parent, root);
  const answer = schema && answerOf(control, schema, by);
  if (!answer) return [];
  const key = pointerOfScope(control.scope).slice(1);
  const [when = {}] = whenOf(control.visibleWhen, by.words.when, by);
  return [
    {
      ...{ is: 'question', label: labelOf(control.id, by) ?? control.id, ...helpOf(control.id, by), ...when },
      ...{ isOptional: !(by.parent.required ?? []).includes(key), answer }
    }
  ];
}

/** How a kind is answered on paper; nothing where it is not asked there. */
function answerOf({ id, options }: Control, schema: TypedSchema, by: Telling): Answer | undefined {
  const { words, text } = by;
  const root = by.caseType.forms.application.schema;
  const writing = (lines = 1, unit?: string): Answer => ({ by: 'writing', lines, ...(unit !== undefined && { unit }) });
  switch (options.kind) {
    case 'calculated':
    case 'payment':
    case 'signature':
      return undefined;
    case 'yes-no':
      return { by: 'ticking', options: [words.yes, words.no], many: false };
    case 'consent':
    case 'declaration':
      return { by: 'ticking', options: [words.confirm], many: true };
    case 'choose-one':
    case 'choose-many':
    case 'searchable-list': {
      const values = listedValues(options) ? [] : optionsOf(schema, root);
      if (values.length === 0 || values.length > MOST_BOXES) return writing();
      const named = values.map((value) => text(`form.application.${id}.option.${value}`) ?? value);
      return { by: 'ticking', options: named, many: options.kind === 'choose-many' };
    }
    case 'file':
      return {
        by: 'enclosing',
        tags: (options.tags ?? []).map((tag) => text(`form.application.${id}.option.${tag}`) ?? tag)
      };
    case 'long-text':
    case 'map-point':
    case 'map-area':
      return writing(options.kind === 'long-text' ? 6 : 2);
    case 'date':
      return writing(1, words.date);
    case 'money':
      return writing(1, words.kronor);
    case 'period':
      return { by: 'parts', parts: words.period };
    case 'address':
      return { by: 'parts', parts: words.address };
    case 'person':
      return { by: 'parts', parts: words.person };
    case 'company':
      return { by: 'parts', parts: words.company };
    case 'child':
      return { by: 'parts', parts: words.child };
    case 'co-signers':
      return { by: 'rows', columns: words.signers, rows: 3 };
    case 'booking':
      return writing(2, words.times);
    case 'repeating-group':
    case 'table':
      return rowsOf({ id, options }, schema, by);
    default:
      return writing();
  }
}

/** Rows of few questions are a table to write in; of more, boxes for one after the other. */
function rowsOf({ options }: Pick<Control, 'id' | 'options'>, schema: TypedSchema, by: Telling): Answer | undefined {
  const row = rowSchema(schema, by.caseType.forms.application.schema);
  if (!('detail' in options) || !row) return undefined;
  const inside = options.detail.elements.flatMap((one) => partsOf(one, { ...by, parent: row }));
  const columns = inside.flatMap((part) => (part.is === 'question' ? [part.label] : []));
  return columns.length > MOST_COLUMNS
    ? { by: 'parts', parts: columns }
    : { by: 'rows', columns, rows: columns.length > 3 ? 5 : 6 };
}
