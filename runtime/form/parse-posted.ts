import type { Json, JsonObject } from '../definition/json.ts';
import { templateOf, type CompiledForm, type Field } from './compile-form.ts';
import { isBlank } from './is-blank.ts';
import type { FileReference } from './kinds/file.ts';
import type { Answers } from './model.ts';
import { at, below, isObject, put } from './pointer.ts';

/** What a post is read by. */
export interface PostedScope {
  /** The page that was posted; the whole form when left out. */
  readonly page?: string | undefined;
  /** The day of the post in Europe/Stockholm, `YYYY-MM-DD`. */
  readonly today: string;
  /** Files that came with the post and are kept, each for the file control that it was sent to. */
  readonly files?: readonly { readonly pointer: string; readonly file: FileReference }[];
}

/** A row that a button added or removed; the page is then shown again rather than left. */
export interface RowChange {
  readonly change: 'added' | 'removed';
  /** The list. */
  readonly list: string;
  /** The row's index: the new one, or where the removed one was. */
  readonly index: number;
}

export interface PostedAnswers {
  readonly answers: Answers;
  readonly row?: RowChange;
}

/** The names of the row buttons; their value is the pointer of the list, or of the row to remove. */
export const ADD_ROW = 'add-row';
export const REMOVE_ROW = 'remove-row';

/**
 * The answers after a post. A field's name is the JSON Pointer of its control, with the part's key below it where the
 * kind has parts. Only controls of this form and page are read, whatever names arrive; one without any field in the
 * post was not on the page and keeps its answer, so a box or a group of boxes needs a hidden empty field of its name.
 * What cannot be read stays as it was typed, and `validateAnswers` refuses it. Pure.
 * @param entries a `FormData`, or pairs of name and value; files among them are passed over
 */
export function parsePosted(
  compiled: CompiledForm,
  entries: Iterable<readonly [string, unknown]>,
  previous: Answers,
  scope: PostedScope
): PostedAnswers {
  const fields = compiled.fields.filter(({ page }) => scope.page === undefined || page === scope.page);
  const posted = byName(entries);
  const answers = readFields(fields, { posted, scope, pointer: '', previous });
  return pressed(answers, { posted, compiled, ...scope });
}

type Posted = ReadonlyMap<string, readonly string[]>;

/** More fields than any page has; what a hostile post holds beyond them is not read. */
const MOST_FIELDS = 20_000;

function byName(entries: Iterable<readonly [string, unknown]>): Posted {
  const posted = new Map<string, string[]>();
  let read = 0;
  for (const [name, value] of entries) {
    if (read++ >= MOST_FIELDS) break;
    if (typeof value !== 'string') continue;
    const values = posted.get(name);
    if (values) values.push(value);
    else posted.set(name, [value]);
  }
  return posted;
}

interface Place {
  readonly posted: Posted;
  readonly scope: PostedScope;
  /** Of the form's answers, or of one row. */
  readonly pointer: string;
  readonly previous: JsonObject;
}

const readFields = (fields: readonly Field[], place: Place): JsonObject =>
  fields.reduce((answers, field) => {
    const known = at(answers, field.path);
    const value = readField(field, known, place);
    return value === known ? answers : put(answers, field.path, value);
  }, place.previous);

/** The answer after the post: the very one from before when the post has nothing to say of it. */
function readField(field: Field, known: Json | undefined, place: Place): Json | undefined {
  if (!field.kind.asks) return known;
  const pointer = place.pointer + field.path;
  if (field.kind.rows) return readRows(field, known, { ...place, pointer });
  if (field.kind.many) return readMany(field, known, { ...place, pointer });
  if (field.kind.files) return readFiles(field, known, { ...place, pointer });
  if (field.parts.length > 0) return readParts(field, known, { ...place, pointer });
  const posted = place.posted.get(pointer);
  return posted ? field.kind.parse(posted, { schema: field.schema, today: place.scope.today }) : known;
}

function readParts(
  { parts }: Pick<Field, 'parts'>,
  known: Json | undefined,
  { posted, pointer, scope }: Place
): Json | undefined {
  const asked = parts.filter(({ key }) => posted.has(below(pointer, key)));
  if (asked.length === 0) return known;
  const value = asked.reduce((answer, { key, kind, schema }) => {
    const text = posted.get(below(pointer, key)) ?? [];
    return put(answer, below('', key), kind.parse(text, { schema, today: scope.today }));
  }, objectOf(known));
  return isBlank(value) ? undefined : value;
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

function readRows({ schema, rows }: Field, known: Json | undefined, place: Place): Json | undefined {
  const most = schema.type === 'array' ? schema.maxItems : 0;
  const indexes = rowsPosted(rows, place.pointer, place.posted).filter((index) => index < most);
  if (indexes.length === 0) return known;
  const before = listOf(known);
  return Array.from({ length: Math.max(before.length, ...indexes.map((index) => index + 1)) }, (_, index) => {
    const row = { ...place, pointer: below(place.pointer, index), previous: objectOf(before[index]) };
    return readFields(rows, row);
  });
}

/** A list of answers of several parts. One that was emptied stays, as a row does: it is taken away by its button. */
function readMany({ schema, parts }: Field, known: Json | undefined, place: Place): Json | undefined {
  const most = schema.type === 'array' ? schema.maxItems : 0;
  const own = (name: string) =>
    name.startsWith(`${place.pointer}/`) && parts.some(({ key }) => name.endsWith(`/${key}`));
  const indexes = [...place.posted.keys()]
    .filter(own)
    .flatMap((name) => toIndex(name.slice(place.pointer.length + 1).split('/')[0] ?? ''))
    .filter((index) => index < most);
  if (indexes.length === 0) return known;
  const before = listOf(known);
  return Array.from(
    { length: Math.max(before.length, ...indexes.map((index) => index + 1)) },
    (_, index) => readParts({ parts }, before[index], { ...place, pointer: below(place.pointer, index) }) ?? {}
  );
}

/** The rows that the post has fields for. */
function rowsPosted(rows: readonly Field[], pointer: string, posted: Posted): number[] {
  const isOfRow = (name: string): boolean => {
    const template = `${templateOf(name)}/`;
    return name.startsWith(`${pointer}/`) && rows.some((field) => template.startsWith(`${field.template}/`));
  };
  const names = [...posted.keys()].filter(isOfRow);
  return names.flatMap((name) => toIndex(name.slice(pointer.length + 1).split('/')[0] ?? ''));
}

const toIndex = (text: string): number[] => (/^(0|[1-9]\d{0,3})$/.test(text) ? [Number(text)] : []);

/** Files are added and tagged here and removed by their button; posted text never makes one. */
function readFiles({ parts }: Field, known: Json | undefined, { posted, pointer, scope }: Place): Json | undefined {
  const added = (scope.files ?? [])
    .filter((kept) => kept.pointer === pointer)
    .map(({ file }): JsonObject => ({ ...file }));
  const before = [...listOf(known), ...added];
  const tagged = before.map((file, index) => {
    const texts = parts.map((part) => ({ ...part, text: posted.get(below(below(pointer, index), part.key)) }));
    return texts.reduce(
      (answer, { key, kind, schema, text }) =>
        text ? put(answer, below('', key), kind.parse(text, { schema, today: scope.today })) : answer,
      objectOf(file)
    );
  });
  return tagged.length === 0 ? known : tagged;
}

interface Pressed extends PostedScope {
  readonly posted: Posted;
  readonly compiled: CompiledForm;
}

/** Does what a row button asks for; one that names no list of this page does nothing. */
function pressed(answers: Answers, by: Pressed): PostedAnswers {
  const add = by.posted.get(ADD_ROW)?.[0];
  if (add !== undefined) return addRow(answers, add, by);
  const remove = by.posted.get(REMOVE_ROW)?.[0];
  return remove === undefined ? { answers } : removeRow(answers, remove, by);
}

function listField(pointer: string, { compiled, page }: Pressed): Field | undefined {
  const field = compiled.byTemplate.get(templateOf(pointer));
  return page === undefined || field?.page === page ? field : undefined;
}

function addRow(answers: Answers, list: string, by: Pressed): PostedAnswers {
  const field = listField(list, by);
  const rows = listOf(at(answers, list));
  const isRoom =
    (field?.kind.rows || field?.kind.many) && field.schema.type === 'array' && rows.length < field.schema.maxItems;
  if (!isRoom || !hasOuterRow(answers, list)) return { answers };
  return { answers: put(answers, list, [...rows, {}]), row: { change: 'added', list, index: rows.length } };
}

/** A list within a row is one only where the row is. */
const hasOuterRow = (answers: Answers, list: string): boolean =>
  list
    .split('/')
    .every((key, place, keys) => !/^\d+$/.test(key) || at(answers, keys.slice(0, place + 1).join('/')) !== undefined);

function removeRow(answers: Answers, pointer: string, by: Pressed): PostedAnswers {
  const cut = pointer.lastIndexOf('/');
  const [list, [index]] = [pointer.slice(0, Math.max(0, cut)), toIndex(pointer.slice(cut + 1))];
  const field = listField(list, by);
  const rows = listOf(at(answers, list));
  if (!(field?.kind.rows || field?.kind.many || field?.kind.files) || index === undefined || index >= rows.length)
    return { answers };
  const left = rows.toSpliced(index, 1);
  return { answers: put(answers, list, left.length > 0 ? left : undefined), row: { change: 'removed', list, index } };
}
