import type { ErrorParams } from '../errors/codes.ts';
import type { AnswerFault } from '../errors/refusal.ts';
import { templateOf, type CompiledForm, type Field } from './compile-form.ts';
import { isBlank } from './is-blank.ts';
import { kindOf } from './kinds/registry.ts';
import type { Environment, Projection, Shown, ShownControl } from './model.ts';
import { controlsIn } from './project.ts';

/**
 * What may be wrong with an answer; each has a text. Besides the keywords of JSON Schema: `order` (a period that ends
 * before it begins), `stopped` (an answer that ends the application; `params.element` is the id of the text that says so), `taken`
 * (a time that somebody else has booked) and `future` (a day of arrival that has not come).
 */
export const FAULT_CODES = [
  'required',
  'type',
  'format',
  'pattern',
  'enum',
  'const',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'additionalProperties',
  'order',
  'stopped',
  'taken',
  'future'
] as const;

/** What a schema says is wrong, as a validator tells it. */
export interface SchemaFault {
  readonly pointer: string;
  readonly code: string;
  readonly limit?: number;
}

/**
 * All that is wrong with projected answers, in the order of the page, at most one fault for each pointer.
 * `params.kind` is the kind of field, `params.part` the part of it, `params.limit` what a limit is.
 */
export function faultsOf(
  compiled: CompiledForm,
  { projection, taken }: { readonly projection: Projection } & Pick<Environment, 'taken'>,
  bySchema: readonly SchemaFault[]
): AnswerFault[] {
  const shown = projection.pages.flatMap(controlsIn);
  const absent = missing(compiled, shown);
  const present = bySchema
    .map((fault) => ({ ...fault, pointer: inputOf(fault.pointer, compiled) }))
    .filter(({ pointer }) => !absent.some((fault) => isWithin(pointer, fault.pointer)))
    .toSorted((a, b) => rank(a) - rank(b));
  const placed = [...absent, ...present, ...byKind(shown, present, taken)]
    .filter((fault, index, all) => all.findIndex(({ pointer }) => pointer === fault.pointer) === index)
    .map((fault) => ({ fault, place: placeOf(fault.pointer, shown) }));
  const faults = placed.toSorted((a, b) => a.place - b.place).map(({ fault }) => explained(fault, compiled));
  return [...faults, ...projection.pages.flatMap(stops)];
}

/** What could not be read comes before how long it is. */
const UNREADABLE: ReadonlySet<string> = new Set(['type', 'format', 'enum', 'const']);
const rank = ({ code }: SchemaFault): number => (UNREADABLE.has(code) ? 0 : 1);

/** The innermost control that a template stands in, its own or that of an outer list. */
function fieldAround(template: string, byTemplate: ReadonlyMap<string, Field>): Field | undefined {
  const own = byTemplate.get(template);
  return own || template === '' ? own : fieldAround(template.slice(0, template.lastIndexOf('/')), byTemplate);
}

/** The part of a field that a template below it names, be it in a list of such. */
function partOf(template: string, field: Field): string | undefined {
  const key = template.slice(field.template.length).replace(/^\/\*/, '').slice(1);
  return field.parts.some((part) => part.key === key) ? key : undefined;
}

/** The pointer that a page has an input for: the control's, or that of a part of it. */
function inputOf(pointer: string, { byTemplate }: CompiledForm): string {
  const template = templateOf(pointer);
  const field = fieldAround(template, byTemplate);
  if (!field || partOf(template, field) !== undefined) return pointer;
  return pointer.split('/').slice(0, field.template.split('/').length).join('/');
}

/** What is shown, must be answered and is not. */
const missing = ({ byTemplate }: CompiledForm, shown: readonly ShownControl[]): SchemaFault[] =>
  shown
    .filter(({ pointer, value }) => byTemplate.get(templateOf(pointer))?.required && isBlank(value))
    .map(({ pointer }) => ({ pointer, code: 'required' }));

/** What no schema can say, asked only of values that the schema accepts. */
const byKind = (
  shown: readonly ShownControl[],
  bySchema: readonly SchemaFault[],
  taken: Environment['taken']
): SchemaFault[] =>
  shown.flatMap(({ element, pointer, value }) => {
    if (value === undefined || bySchema.some((fault) => isWithin(fault.pointer, pointer))) return [];
    const code = kindOf(element.options.kind).fault?.(value, element.options, taken);
    return code === undefined ? [] : [{ pointer, code }];
  });

const isWithin = (pointer: string, outer: string): boolean => pointer === outer || pointer.startsWith(`${outer}/`);

/** Where the innermost control of a pointer stands on the page; what no control asks for comes last. */
function placeOf(pointer: string, shown: readonly ShownControl[]): number {
  const place = shown.findLastIndex((control) => isWithin(pointer, control.pointer));
  return place < 0 ? shown.length : place;
}

function explained({ pointer, code, limit }: SchemaFault, { byTemplate }: CompiledForm): AnswerFault {
  const params: ErrorParams = { ...fieldParams(pointer, byTemplate), ...(limit !== undefined && { limit }) };
  return Object.keys(params).length === 0 ? { pointer, code } : { pointer, code, params };
}

function fieldParams(pointer: string, byTemplate: ReadonlyMap<string, Field>): ErrorParams {
  const template = templateOf(pointer);
  const field = fieldAround(template, byTemplate);
  const part = field && partOf(template, field);
  return { ...(field && { kind: field.element.options.kind }), ...(part !== undefined && { part }) };
}

function stops(shown: Shown): AnswerFault[] {
  if (shown.type === 'block') return shown.children.flatMap(stops);
  if (shown.type === 'control') return shown.rows?.flat().flatMap(stops) ?? [];
  const { id, options } = shown.element;
  return kindOf(options.kind).stops ? [{ pointer: '', code: 'stopped', params: { element: id } }] : [];
}
