import type { Json } from '../definition/json.ts';
import type { Control } from '../definition/types.ts';
import { templateOf, type CompiledForm, type Field } from './compile-form.ts';
import type { FileReference } from './kinds/file.ts';
import type { Look } from './kinds/model.ts';
import type { Projection, Shown, ShownBlock, ShownControl } from './model.ts';
import { optionsOfControl } from './options.ts';
import { at, below } from './pointer.ts';
import type { FindText } from './texts.ts';

/** A text, a question or a group of them, as it stood on the page. */
export interface SnapshotElement {
  readonly id: string;
  /** `page`, `group`, `line`, `row`, or the kind of field. */
  readonly kind: string;
  readonly label: string;
  readonly help?: string;
  /** JSON Pointer of the answer. */
  readonly pointer?: string;
  readonly required?: boolean;
  /** The options that there were, in order. */
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  /** The answer as text, line by line; empty when there was none. */
  readonly answer?: readonly string[];
  readonly files?: readonly FileReference[];
  readonly children?: readonly SnapshotElement[];
}

/**
 * What a person saw and answered, complete in itself: it can be read as it was when the case type is long gone.
 * Plain JSON, stored with the submission.
 */
export interface Snapshot {
  readonly snapshotVersion: 1;
  /** The key of the form. */
  readonly form: string;
  readonly language: string;
  /** SHA-256 of the case type's version. */
  readonly caseType: string;
  readonly pages: readonly SnapshotElement[];
}

/** What a snapshot is made from besides what is shown. */
export interface SnapshotSource {
  readonly compiled: CompiledForm;
  readonly formKey: string;
  readonly language: string;
  readonly text: FindText;
  /** SHA-256 of the case type's version. */
  readonly caseType: string;
}

/** Keeps what is shown as it reads now, with every answer as text. Pure; the same input gives the same bytes. */
export const snapshot = (source: SnapshotSource, projection: Projection): Snapshot => ({
  snapshotVersion: 1,
  form: source.formKey,
  language: source.language,
  caseType: source.caseType,
  pages: projection.pages.map((page) => block(page, source))
});

const LAYOUT = { Category: 'page', Group: 'group', HorizontalLayout: 'line' } as const;

const block = ({ element, children }: ShownBlock, source: SnapshotSource): SnapshotElement => ({
  id: element.id,
  kind: LAYOUT[element.type],
  ...words(element.id, source),
  children: children.map((child) => kept(child, source))
});

function kept(shown: Shown, source: SnapshotSource): SnapshotElement {
  if (shown.type === 'block') return block(shown, source);
  const { element } = shown;
  if (shown.type === 'text') return { id: element.id, kind: element.options.kind, ...words(element.id, source) };
  return question(shown, source);
}

function question(shown: ShownControl, source: SnapshotSource): SnapshotElement {
  const { element, pointer, value, rows } = shown;
  const field = source.compiled.byTemplate.get(templateOf(pointer));
  const options = optionsOfControl(element, field?.schema, source.compiled.form.schema);
  const files = field?.kind.files ? references(value) : [];
  return {
    id: element.id,
    kind: element.options.kind,
    ...words(element.id, source),
    pointer,
    required: field?.required ?? false,
    ...(options.length > 0 && {
      options: options.map((option) => ({ value: option, text: optionText(option, element, source) }))
    }),
    ...(rows
      ? { children: rows.map((row, index) => rowElement({ shown, row, index }, source)) }
      : // A calculation that came to nothing is no unanswered question.
        (field?.kind.asks || value !== undefined) && { answer: formatAnswer(field, value, lookOf(element, source)) }),
    ...(files.length > 0 && { files })
  };
}

/** An answer as lines of text in the language; none when it is not answered. */
export const formatAnswer = (field: Field | undefined, value: Json | undefined, look: Look): readonly string[] =>
  field && value !== undefined ? field.kind.format(value, look) : [];

/** How the answers of a control are printed. */
export const lookOf = (element: Control, source: Pick<SnapshotSource, 'formKey' | 'text' | 'language'>): Look => ({
  language: source.language,
  options: element.options,
  option: (value) => optionText(value, element, source)
});

const optionText = (
  value: string,
  { id }: Control,
  { formKey, text }: Pick<SnapshotSource, 'formKey' | 'text'>
): string => text(`form.${formKey}.${id}.option.${value}`) ?? value;

interface Row {
  readonly shown: ShownControl;
  readonly row: readonly Shown[];
  readonly index: number;
}

/** A row by its number, named as the group of its questions is, or else as the list. */
function rowElement({ shown, row, index }: Row, source: SnapshotSource): SnapshotElement {
  const { id, options } = shown.element;
  const detail = 'detail' in options ? options.detail.id : id;
  const name = source.text(`form.${source.formKey}.${detail}.label`) ?? words(id, source).label;
  const children = row.flatMap((part) => (part.type === 'block' ? part.children : [part]));
  return {
    id: detail,
    kind: 'row',
    label: `${name} ${index + 1}`,
    pointer: below(shown.pointer, index),
    children: children.map((child) => kept(child, source))
  };
}

function words(id: string, { formKey, text }: SnapshotSource): { label: string; help?: string } {
  const help = text(`form.${formKey}.${id}.help`);
  return { label: text(`form.${formKey}.${id}.label`) ?? id, ...(help !== undefined && { help }) };
}

function references(value: Json | undefined): FileReference[] {
  return (Array.isArray(value) ? value : []).flatMap((file) => {
    const [id, name, size, type, tag] = ['/id', '/name', '/size', '/type', '/tag'].map((pointer) => at(file, pointer));
    const isReference = typeof id === 'string' && typeof name === 'string' && typeof size === 'number';
    if (!isReference || typeof type !== 'string') return [];
    return [{ id, name, size, type, ...(typeof tag === 'string' && { tag }) }];
  });
}
