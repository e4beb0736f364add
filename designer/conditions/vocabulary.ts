import { documentType, typeAt } from '#runtime/check/document-type.ts';
import { ANY, type FieldType } from '#runtime/check/field-type.ts';
import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Condition, Control, UiElement } from '#runtime/definition/types.ts';
import { controlsOf, elementsOf, type PlacedControl } from '#runtime/definition/walk-form.ts';
import { describeForms } from '#runtime/form/describe.ts';
import { isKind, KINDS } from '#runtime/form/kinds/registry.ts';
import type { Describe } from '#runtime/form/sentence.ts';
import { findText, type FindText } from '#runtime/form/texts.ts';
import { PART_LABELS } from '#lib/form/part-labels.ts';
import type { Translate } from '#lib/text/translate.ts';

/** A value of a closed list, with its text. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Something that a condition or a value can look at. */
export interface Subject {
  /** Unique in a vocabulary: `field:/application/kind`, `item:/post`. */
  readonly key: string;
  /** JSON Pointer into the case, or from the row. */
  readonly pointer: string;
  readonly isItem: boolean;
  readonly label: string;
  readonly heading: string;
  readonly type: FieldType;
  /** Whose answer it is decides how a value beside it is typed and printed: an amount in kronor. */
  readonly control: Control | undefined;
  readonly options: readonly Option[];
  /** What stands in each row of a list of rows. */
  readonly rows: readonly Subject[];
}

/** All that a condition or a value at one place can be made of, in words. */
export interface Vocabulary {
  readonly language: 'sv' | 'en';
  readonly subjects: readonly Subject[];
  /** Named conditions of the case type, to reuse. */
  readonly named: Readonly<Record<string, Condition>>;
  readonly describe: Describe;
  /** The list whose row `item` stands in; empty outside rows. */
  readonly list: string;
}

/** The element that reads: only what comes before it can be read, so that one pass through the form is right. */
export interface Reader {
  readonly form: string;
  readonly id: string;
}

/**
 * What conditions and values at one place of a case type can speak of. Takes drafts that are not sound. Pure.
 * @param reader the element whose visibility or calculated value is edited; left out where the whole case can be read
 */
export function vocabularyOf(caseType: CaseType, t: Translate, reader?: Reader): Vocabulary {
  const text = findText(caseType.texts, t.language);
  const describe = describeForms(caseType.forms, text, t.language);
  const document = documentType(caseType);
  const order = orderOf(caseType, reader);
  const controls = controlsOf(caseType).filter(order.isReadable);
  const source: Source = { controls, document, describe, text, t };
  const outer = controls.filter(({ list }) => list === null);
  const facts = (['case', 'fields', 'results'] as const).flatMap((name) =>
    insideOf(typeAt(document, `/${name}`), `/${name}`).map(([pointer, type]) =>
      subject({
        ...{ pointer, type, heading: t(`condition.heading.${name}`), label: plain(describe.field(pointer)) },
        options: optionsOf(type).map((value) => ({ value, label: plain(describe.value(value, pointer)) }))
      })
    )
  );
  return {
    language: t.language,
    describe,
    list: order.list,
    named: caseType.settings.conditions ?? {},
    subjects: [
      ...rowSubjects(order.list, source),
      ...outer.flatMap((control) => answerSubjects(control, control.answer, source)),
      ...facts
    ]
  };
}

/** The same place seen from inside a row of one of its lists. */
export const inRowOf = (vocabulary: Vocabulary, { pointer, rows }: Subject): Vocabulary => ({
  ...vocabulary,
  list: pointer,
  subjects: [...rows, ...vocabulary.subjects.filter(({ isItem }) => !isItem)]
});

/** The subject of a key; undefined when nothing of that name is there any more. */
export const subjectOf = ({ subjects }: Vocabulary, key: string): Subject | undefined =>
  subjects.find((one) => one.key === key);

interface Source {
  readonly controls: readonly PlacedControl[];
  readonly document: FieldType;
  readonly describe: Describe;
  readonly text: FindText;
  readonly t: Translate;
}

function orderOf(caseType: CaseType, reader: Reader | undefined) {
  const elements = elementsOf(caseType);
  const place = reader
    ? elements.findIndex(({ form, element }) => form === reader.form && element.id === reader.id)
    : -1;
  const end = (element: UiElement) =>
    elements.findLastIndex((placed) => placed.element === element || placed.within.includes(element));
  return {
    list: elements[place]?.list ?? '',
    isReadable: ({ form, element }: PlacedControl) => place < 0 || form !== reader?.form || end(element) < place
  };
}

/** A list is readable when all of it is; the rows of the list that one stands in, as far as one has come. */
const rowSubjects = (list: string, source: Source): Subject[] =>
  list === ''
    ? []
    : source.controls
        .filter((control) => control.list === list)
        .flatMap((control) => answerSubjects(control, control.answer.slice(`${list}/*`.length), source, true));

function answerSubjects(control: PlacedControl, pointer: string, source: Source, isItem = false): Subject[] {
  const { form, element, within } = control;
  const type = typeAt(source.document, control.answer) ?? ANY;
  const label = source.text(`form.${form}.${element.id}.label`) ?? element.id;
  const heading = isItem ? source.t('condition.heading.row') : headingOf(within, form, source.text);
  const base = { pointer, isItem, heading, control: element };
  const kind = isKind(element.options.kind) ? KINDS[element.options.kind] : undefined;
  const own = subject({
    ...base,
    label,
    type,
    options: optionsOf(type).map((value) => ({
      value,
      label: source.text(`form.${form}.${element.id}.option.${value}`) ?? value
    })),
    rows: 'detail' in element.options ? rowSubjects(control.answer, source) : []
  });
  const parts = kind?.parts && type.kind === 'object' ? insideOf(type, pointer) : [];
  return [
    own,
    ...parts.map(([at, part]) => {
      const key = at.slice(pointer.length + 1);
      const called = Object.hasOwn(PART_LABELS, key) ? PART_LABELS[key] : undefined;
      const said = called ? source.t(called, { company: 'no' }).toLowerCase() : key;
      return subject({ ...base, control: undefined, pointer: at, type: part, label: `${label}, ${said}` });
    })
  ];
}

function headingOf(within: readonly UiElement[], form: string, text: FindText): string {
  const [root, page] = within;
  const called = (element: UiElement | undefined) => element && text(`form.${form}.${element.id}.label`);
  return [form === 'application' ? undefined : (called(root) ?? form), called(page)].filter(Boolean).join(': ') || form;
}

type Known = Pick<Subject, 'pointer' | 'label' | 'heading' | 'type'> & Partial<Subject>;

const subject = ({ isItem = false, control, ...known }: Known): Subject => ({
  key: `${isItem ? 'item' : 'field'}:${known.pointer}`,
  options: optionsOf(known.type).map((value) => ({ value, label: value })),
  rows: [],
  ...known,
  isItem,
  control
});

/** Options of a choice, or of each entry of a list of choices. */
const optionsOf = (type: FieldType): readonly string[] => {
  const held = type.kind === 'list' ? type.item : type;
  return held.kind === 'text' ? (held.options ?? []) : [];
};

/** The leaves below a pointer. */
function insideOf(type: FieldType | undefined, pointer: string): [pointer: string, type: FieldType][] {
  if (type?.kind !== 'object') return type ? [[pointer, type]] : [];
  return Object.entries(type.fields).flatMap(([key, inner]) => insideOf(inner, `${pointer}/${key}`));
}

const plain = (told: string): string => {
  const bare = told.replace(/^[”“](.*)[”]$/, '$1');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
};
