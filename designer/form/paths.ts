import type { Json } from '#runtime/definition/json.ts';
import type { Condition, Form, Value } from '#runtime/definition/types.ts';
import { compileForm, type Field } from '#runtime/form/compile-form.ts';
import { kindOf } from '#runtime/form/kinds/registry.ts';
import type { Answers, Environment, Projection, Shown } from '#runtime/form/model.ts';
import { optionsOf } from '#runtime/form/options.ts';
import { put } from '#runtime/form/pointer.ts';
import { project } from '#runtime/form/project.ts';
import { addDays, isDay } from '#runtime/time/day.ts';

/** Answers to one question that decide the same: any of them leads this way. */
export interface Decision {
  /** The question's element. */
  readonly id: string;
  /** Pointer of the answer in the form. */
  readonly pointer: string;
  readonly answers: readonly Answered[];
}

interface Answered {
  /** Undefined stands for no answer. */
  readonly answer: Json | undefined;
  /** Whether it stands for every answer that no condition speaks of. */
  readonly isOther: boolean;
}

/** One way through a form: what is answered on it where an answer decides, and what is then shown. */
export interface FormPath {
  readonly decisions: readonly Decision[];
  readonly pages: readonly { readonly id: string; readonly questions: number }[];
  /** Whether it ends the application, by the text of this id. */
  readonly stop: string | undefined;
}

export interface FormPaths {
  readonly paths: readonly FormPath[];
  /** Whether there are more than are told. */
  readonly isCapped: boolean;
}

const MOST_PATHS = 200;
const MOST_STEPS = 4_000;

/**
 * Every way through a form that shows something else than the others. Answers that no condition tells apart are one. Pure.
 * Throws on a form that the check refuses, as `compileForm` does.
 */
export function pathsThrough(form: Form, formKey: string, env: Environment): FormPaths {
  const compiled = compileForm(form);
  const told = mentioned(form, formKey, env.conditions);
  const deciding = compiled.fields.filter(({ template }) => told.has(template));
  const found = new Map<string, Way>();
  let steps = 0;
  const walk = (index: number, answers: Answers, decisions: readonly Decision[]): void => {
    if (found.size > MOST_PATHS || (steps += 1) > MOST_STEPS) return;
    const field = deciding[index];
    const projection = project(form, formKey, answers, env);
    if (!field) return keep(found, projection, decisions);
    if (!projection.controls.some(({ pointer }) => pointer === field.template))
      return walk(index + 1, answers, decisions);
    for (const candidate of candidates(field, told.get(field.template) ?? [], form)) {
      const { answer } = candidate;
      const next = answer === undefined ? answers : put(answers, field.template, answer);
      const decision = { id: field.element.id, pointer: field.template, answers: [candidate] };
      walk(index + 1, next, [...decisions, decision]);
    }
  };
  walk(0, {}, []);
  const choices = new Map(
    deciding.map((field) => [field.template, candidates(field, told.get(field.template) ?? [], form).length])
  );
  const paths = [...found.values()].flatMap(({ ways, ...path }) =>
    merged(ways).map((decisions) => ({
      ...path,
      decisions: decisions.filter(({ pointer, answers }) => answers.length < (choices.get(pointer) ?? 0))
    }))
  );
  return { paths: paths.slice(0, MOST_PATHS), isCapped: paths.length > MOST_PATHS || steps > MOST_STEPS };
}

/** What is shown, with every way of deciding that leads to it. */
interface Way extends Omit<FormPath, 'decisions'> {
  readonly ways: (readonly Decision[])[];
}

function keep(found: Map<string, Way>, projection: Projection, decisions: readonly Decision[]): void {
  const shown = projection.pages.flatMap(idsIn).join(' ');
  const before = found.get(shown);
  if (before) return void before.ways.push(decisions);
  found.set(shown, {
    ways: [decisions],
    pages: projection.pages.map((page) => ({ id: page.element.id, questions: questionsIn(page) })),
    stop: projection.pages.map(stopIn).find((id) => id !== undefined)
  });
}

/** Two ways that differ in one answer only are one, with either answer. */
function merged(ways: readonly (readonly Decision[])[]): (readonly Decision[])[] {
  const left = [...ways];
  for (let at = 0; at < left.length; at += 1) {
    const way = left[at] ?? [];
    const twin = left.findIndex((other, index) => index > at && differingAt(way, other) !== undefined);
    const place = differingAt(way, left[twin] ?? []);
    const [mine, other] = place === undefined ? [] : [way[place], left[twin]?.[place]];
    if (place === undefined || !mine || !other) continue;
    left[at] = way.with(place, { ...mine, answers: [...mine.answers, ...other.answers] });
    left.splice(twin, 1);
    at = -1;
  }
  return left;
}

/** The only decision in which two ways differ. */
function differingAt(one: readonly Decision[], other: readonly Decision[]): number | undefined {
  if (one.length !== other.length || one.some(({ pointer }, index) => pointer !== other[index]?.pointer))
    return undefined;
  const places = one.flatMap((decision, index) => (same(decision, other[index]) ? [] : [index]));
  return places.length === 1 ? places[0] : undefined;
}

const same = (one: Decision, other: Decision | undefined): boolean =>
  JSON.stringify(one.answers) === JSON.stringify(other?.answers);

const idsIn = (shown: Shown): string[] => [
  shown.element.id,
  ...(shown.type === 'block' ? shown.children.flatMap(idsIn) : [])
];

function questionsIn(shown: Shown): number {
  if (shown.type === 'block') return shown.children.reduce((sum, child) => sum + questionsIn(child), 0);
  return shown.type === 'control' && kindOf(shown.element.options.kind).asks ? 1 : 0;
}

function stopIn(shown: Shown): string | undefined {
  if (shown.type === 'text') return kindOf(shown.element.options.kind).stops ? shown.element.id : undefined;
  return shown.type === 'block' ? shown.children.map(stopIn).find((id) => id !== undefined) : undefined;
}

/** What conditions compare answers with, by the template of the answer. A list is there with what its rows are compared with. */
type Mentioned = Map<string, Told[]>;
interface Told {
  /** Within a row of the list. */
  readonly item: string | undefined;
  readonly value: Json;
}

function mentioned(form: Form, formKey: string, conditions: Environment['conditions']): Mentioned {
  const found: Mentioned = new Map();
  const own = `/${formKey}`;
  const seen = new Set<string>();
  const add = (pointer: string | undefined, item: string | undefined, values: readonly Value[]) => {
    if (!pointer?.startsWith(`${own}/`)) return;
    const template = pointer.slice(own.length);
    const told = found.get(template) ?? [];
    found.set(template, [...told, ...values.flatMap((value) => (typeof value === 'object' ? [] : [{ item, value }]))]);
  };
  const read = (condition: Condition, list?: string): void => {
    if ('args' in condition) return condition.args.forEach((arg) => read(arg, list));
    if (condition.op === 'ref') {
      const named = conditions[condition.condition];
      if (named && !seen.has(condition.condition)) {
        seen.add(condition.condition);
        read(named, list);
      }
      return;
    }
    if ('list' in condition) {
      add(condition.list, undefined, []);
      if (condition.where) read(condition.where, condition.list);
      return;
    }
    const values = 'value' in condition ? [condition.value].flat() : [];
    add(condition.item === undefined ? condition.field : list, condition.item, values);
    if (condition.item !== undefined && condition.field !== undefined) add(condition.field, undefined, values);
  };
  for (const condition of conditionsOf(form)) read(condition);
  return found;
}

/** The conditions of what stands outside rows: what shows within a row changes no path. */
function conditionsOf({ ui }: Form): Condition[] {
  const of = (
    element: Form['ui']['elements'][number] | Form['ui']['elements'][number]['elements'][number]
  ): Condition[] => [
    ...(element.visibleWhen ? [element.visibleWhen] : []),
    ...('elements' in element ? element.elements.flatMap(of) : [])
  ];
  return ui.elements.flatMap(of);
}

/** One answer of each sort that conditions tell apart. */
function candidates({ schema, kind, required }: Field, told: readonly Told[], form: Form): readonly Answered[] {
  const none: Answered[] = required ? [] : [{ answer: undefined, isOther: false }];
  if (kind.rows) return [...none, ...rowsFor(told)];
  const values = [...new Set(told.map(({ value }) => value))];
  if (schema.type === 'boolean') return [{ answer: true, isOther: false }, { answer: false, isOther: false }, ...none];
  const options = optionsOf(schema, form.schema);
  if (options.length > 0) {
    const named = options.filter((option) => values.includes(option));
    const others = options.filter((option) => !values.includes(option));
    const one = (option: string, isOther: boolean): Answered => ({
      answer: schema.type === 'array' ? [option] : option,
      isOther
    });
    return [
      ...named.map((option) => one(option, false)),
      ...others.slice(0, 1).map((option) => one(option, others.length > 1)),
      ...none
    ];
  }
  const around = values.flatMap(neighbours);
  const distinct = around.filter((value, index) => around.indexOf(value) === index);
  if (distinct.length > 0) return [...distinct.map((answer): Answered => ({ answer, isOther: false })), ...none];
  return [{ answer: anything(schema.type), isOther: true }, ...none];
}

const anything = (type: string): Json =>
  type === 'string' ? 'x' : type === 'array' ? ['x'] : type === 'object' ? { x: 'x' } : 1;

/** A value, and what lies right before and after it: between them no condition changes its mind. */
function neighbours(value: Json): Json[] {
  if (typeof value === 'number') return [value - 1, value, value + 1];
  if (typeof value === 'string' && isDay(value)) return [addDays(value, -1), value, addDays(value, 1)];
  return typeof value === 'string' ? [value, `${value} x`] : [value];
}

/** No more than one row, with each of what a row is compared with. */
function rowsFor(told: readonly Told[]): Answered[] {
  const items = told.filter(({ item }) => item !== undefined);
  const rows = items.flatMap(({ item = '', value }) => neighbours(value).map((one) => put({}, item, one)));
  const unique = rows.filter(
    (row, index) => rows.findIndex((one) => JSON.stringify(one) === JSON.stringify(row)) === index
  );
  return [...unique.map((row): Answered => ({ answer: [row], isOther: false })), { answer: [{}], isOther: true }];
}
