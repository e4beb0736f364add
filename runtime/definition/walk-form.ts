import type { CaseType } from './case-type.ts';
import type { Categorization, Control, Group, PropertySchema, UiElement } from './types.ts';

/** An element of a form with where it stands. */
export interface PlacedElement {
  readonly form: string;
  readonly element: UiElement;
  /** Into the case type. */
  readonly pointer: string;
  /** The list whose row it stands in, as a pointer into the case's document with `*` for rows; null outside rows. */
  readonly list: string | null;
  /** The elements that it stands in, outermost first. A repeating group is one of them. */
  readonly within: readonly UiElement[];
}

export interface PlacedControl extends PlacedElement {
  readonly element: Control;
  /** Where its answer stands in the case's document, with `*` for the rows of a list. */
  readonly answer: string;
  /** The answer's schema; undefined when the scope leads nowhere. */
  readonly schema: PropertySchema | undefined;
  /** Whether the schema demands an answer where the control is shown. */
  readonly required: boolean;
}

type Forms = CaseType['forms'];

/** Most rules of the check ask, and an edit elsewhere leaves the forms as they were. */
const ELEMENTS = new WeakMap<Forms, readonly PlacedElement[]>();
const CONTROLS = new WeakMap<Forms, readonly PlacedControl[]>();

/** Every element of a case type's forms in document order. */
export function elementsOf({ forms }: Pick<CaseType, 'forms'>): readonly PlacedElement[] {
  const elements = ELEMENTS.get(forms) ?? Object.entries(forms).flatMap(([form, { ui }]) => formElements(form, ui));
  ELEMENTS.set(forms, elements);
  return elements;
}

function formElements(form: string, ui: Categorization): PlacedElement[] {
  const found: PlacedElement[] = [];
  const visit = (element: UiElement, place: Omit<PlacedElement, 'element' | 'form'>): void => {
    found.push({ form, element, ...place });
    const within = [...place.within, element];
    if ('elements' in element) {
      element.elements.forEach((child, index) =>
        visit(child, { ...place, within, pointer: `${place.pointer}/elements/${index}` })
      );
    }
    const detail = detailOf(element);
    if (element.type === 'Control' && detail) {
      const list = `${place.list ? `${place.list}/*` : `/${form}`}${answerPath(element)}`;
      visit(detail, { within, list, pointer: `${place.pointer}/options/detail` });
    }
  };
  visit(ui, { pointer: `/forms/${form}/ui`, list: null, within: [] });
  return found;
}

/** The controls of a row of a repeating group. */
export const detailOf = (element: UiElement): Group | undefined =>
  element.type === 'Control' && 'detail' in element.options ? element.options.detail : undefined;

const answerPath = ({ scope }: Control): string => scope.replace(/^#/, '').replaceAll('/properties/', '/');

/** Every question of a case type's forms in document order, with its schema. */
export function controlsOf({ forms }: Pick<CaseType, 'forms'>): readonly PlacedControl[] {
  const controls = CONTROLS.get(forms) ?? controlsIn(forms);
  CONTROLS.set(forms, controls);
  return controls;
}

const controlsIn = (forms: Forms): PlacedControl[] =>
  elementsOf({ forms }).flatMap((placed) => {
    const { element, form, list } = placed;
    if (element.type !== 'Control') return [];
    const root = list ? `${list}/*` : `/${form}`;
    const answer = `${root}${answerPath(element)}`;
    const steps = answer.split('/').slice(2);
    const { schema, required } = follow(forms, form, steps);
    return [{ ...placed, element, answer, schema, required }];
  });

interface Followed {
  readonly schema: PropertySchema | undefined;
  readonly required: boolean;
}

function follow(forms: Forms, form: string, steps: readonly string[]): Followed {
  const root = forms[form]?.schema;
  const definitions = root?.$defs ?? {};
  let here: Followed = { schema: root && { ...root, type: 'object' }, required: false };
  for (const step of steps) here = child(resolved(here.schema, definitions), step);
  return { ...here, schema: resolved(here.schema, definitions) };
}

function child(schema: PropertySchema | undefined, step: string): Followed {
  if (!schema || '$ref' in schema) return { schema: undefined, required: false };
  if (schema.type === 'array' && step === '*') return { schema: schema.items, required: false };
  if (schema.type !== 'object' || !Object.hasOwn(schema.properties, step))
    return { schema: undefined, required: false };
  return { schema: schema.properties[step], required: schema.required?.includes(step) ?? false };
}

function resolved(
  schema: PropertySchema | undefined,
  definitions: Readonly<Record<string, PropertySchema>>,
  depth = 0
): PropertySchema | undefined {
  if (!schema || !('$ref' in schema)) return schema;
  const target = definitions[schema.$ref.slice('#/$defs/'.length)];
  return depth < 20 ? resolved(target, definitions, depth + 1) : undefined;
}
