import type { CaseType } from '../definition/case-type.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Condition, Form, PropertySchema, UiBlock, UiElement } from '../definition/types.ts';
import { controlsOf, type PlacedControl } from '../definition/walk-form.ts';
import type { Answers, Environment, Projection } from '../form/model.ts';
import { isBlank } from '../form/is-blank.ts';
import { at, isObject, put } from '../form/pointer.ts';
import { project } from '../form/project.ts';
import { documentType } from './document-type.ts';
import { samplesOf, type Bounds, type SampleSource } from './samples.ts';

/** What a case could be after some answers, as the form itself would have it. */
export interface Possible {
  readonly env: Environment;
  readonly projection: (form: string) => Projection | undefined;
}

export interface Search {
  /** What the answers depend on. */
  readonly conditions: readonly Condition[];
  /** An element that is looked for in the form, so that it is there to be seen. */
  readonly element?: string;
  /** Whether the application has been sent: what is asked for and shown is then answered. */
  readonly sent: boolean;
  readonly accept: (possible: Possible) => boolean;
  /** What to try of some fields, by pointer, in place of all that could make a difference. */
  readonly only?: ReadonlyMap<string, readonly (Json | undefined)[]>;
}

export interface Found {
  /** The answers that were looked for, by pointer; undefined when none were found. */
  readonly answers: JsonObject | undefined;
  /** Whether all that could make a difference was tried. */
  readonly certain: boolean;
}

/** Any day will do: what counts is how dates lie to each other. */
const TODAY = '2026-06-15';
const MOST_TRIES = 3000;

/** What answers to try are made from, for a whole case type. Pure. */
export function sampleSourceOf(caseType: CaseType): SampleSource {
  const controls = controlsOf(caseType);
  const covering = (field: string) =>
    controls.find(
      ({ answer, element }) => answer === field || (field.startsWith(`${answer}/`) && !('detail' in element.options))
    );
  return {
    document: documentType(caseType),
    named: caseType.settings.conditions ?? {},
    today: TODAY,
    bounds: (field) =>
      boundsOf(covering(field)?.schema ?? caseType.settings.fields?.properties[field.slice('/fields/'.length)]),
    behind: (field) => {
      const control = covering(field);
      const elements = control ? [...control.within, control.element] : [];
      const options = control?.element.options;
      return {
        conditions: elements.flatMap((element) => conditionOf(element) ?? []),
        computed: options !== undefined && ('value' in options || 'amount' in options)
      };
    }
  };
}

/** Looks for answers to a case type's forms. Every answer that it finds, the form and the conditions themselves have agreed to. */
export function worldOf(caseType: CaseType): (search: Search) => Found {
  const controls = controlsOf(caseType);
  const source = sampleSourceOf(caseType);
  const { named } = source;

  return ({ conditions, element, sent, accept, only }) => {
    const { fields, complete } = samplesOf(conditions, source);
    const computed = [...fields.keys()].filter((field) => source.behind(field).computed);
    const read = new Set([...fields.keys()].filter((field) => !computed.includes(field)));
    const small = new Map(
      Object.entries(caseType.forms).map(([key, form]) => [
        key,
        { form: smaller(form, key, { read, element }), required: demanded(controls, key) }
      ])
    );
    const tried = (answers: JsonObject): boolean => {
      const projections = new Map<string, Projection>();
      let data = answers;
      const today = at(answers, '/case/today');
      const env = { today: typeof today === 'string' ? today : TODAY, conditions: named };
      for (const [key, { form, required }] of small) {
        const given = answers[key];
        if (given === undefined && key !== 'application' && !form.ui.elements.length) continue;
        const projection = project(form, key, isObject(given) ? given : {}, { ...env, data });
        if (sent && key === 'application' && misses(projection, required)) return false;
        projections.set(key, projection);
        data = { ...data, [key]: projection.answers };
      }
      // What is computed may come out as anything: what it is computed of is not tried.
      for (const field of computed) {
        const value = at(answers, field);
        if (value !== undefined) data = put(data, field, value);
      }
      return accept({ env: { ...env, data }, projection: (key) => projections.get(key) });
    };
    // In a form a computed answer is what it is computed as; after it, it may be anything.
    const wanted = [...fields].map(([field, samples]) => [field, only?.get(field) ?? samples] as const);
    return tryAll(wanted, tried, complete && (element === undefined || computed.length === 0));
  };
}

const conditionOf = (element: UiElement): Condition | undefined =>
  element.type === 'Categorization' ? undefined : element.visibleWhen;

function boundsOf(schema: PropertySchema | undefined): Bounds {
  if (!schema || '$ref' in schema || (schema.type !== 'integer' && schema.type !== 'number')) return {};
  return { minimum: schema.minimum, maximum: schema.maximum, whole: schema.type === 'integer' };
}

/** The controls of a form outside rows that must be answered where they are shown, by pointer. */
const demanded = (controls: readonly PlacedControl[], form: string): ReadonlySet<string> =>
  new Set(
    controls
      .filter((control) => control.form === form && control.required && control.list === null)
      .map(({ answer }) => answer.slice(form.length + 1))
  );

/** Whether answers to a form leave out what must be answered where it is shown. */
export function isLacking(caseType: CaseType, form: string): (projection: Projection) => boolean {
  const required = demanded(controlsOf(caseType), form);
  return (projection) => misses(projection, required);
}

const misses = ({ controls, answers }: Projection, required: ReadonlySet<string>): boolean =>
  controls.some(({ pointer }) => required.has(pointer) && isBlank(at(answers, pointer)));

/** A form with nothing but what is read and what is looked for, so that many answers can be tried. */
function smaller(
  form: Form,
  key: string,
  wanted: { readonly read: ReadonlySet<string>; readonly element: string | undefined }
): Form {
  const fields = [...wanted.read];
  const isRead = (scope: string): boolean => {
    const answer = `/${key}${scope.replace(/^#/, '').replaceAll('/properties/', '/')}`;
    return fields.some((field) => field === answer || field.startsWith(`${answer}/`));
  };
  const kept = (element: UiBlock): UiBlock[] => {
    if (element.id === wanted.element) return [element];
    if (element.type === 'Label') return [];
    if (element.type === 'Control') return isRead(element.scope) ? [element] : [];
    const elements = element.elements.flatMap(kept);
    return elements.length > 0 ? [{ ...element, elements }] : [];
  };
  const pages = form.ui.elements.flatMap((page) => {
    const elements = page.id === wanted.element ? page.elements : page.elements.flatMap(kept);
    return elements.length > 0 || page.id === wanted.element ? [{ ...page, elements }] : [];
  });
  return { ...form, ui: { ...form.ui, elements: pages } };
}

type Tried = readonly (readonly [string, readonly (Json | undefined)[]])[];

/** Every combination, the ones with fewest answers first as far as may be; until one is found, or there are too many. */
function tryAll(fields: Tried, accept: (answers: Answers) => boolean, complete: boolean): Found {
  let tries = 0;
  const visit = (place: number, answers: JsonObject): JsonObject | undefined => {
    const [pointer, samples] = fields[place] ?? [];
    if (pointer === undefined || samples === undefined) {
      tries += 1;
      return tries <= MOST_TRIES && accept(answers) ? answers : undefined;
    }
    for (const sample of samples) {
      if (tries > MOST_TRIES) return undefined;
      const found = visit(place + 1, sample === undefined ? answers : put(answers, pointer, sample));
      if (found) return found;
    }
    return undefined;
  };
  const answers = visit(0, {});
  return { answers, certain: complete && tries <= MOST_TRIES };
}
