import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { definitionPlaces } from '../document/definitions.ts';
import { elementsOf, formsOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { sameJson } from '../document/patch.ts';
import { follow } from '../document/path.ts';

/** One thing that is new, as a sentence tells it: `diff.<what>` with `name`, what people call the thing. */
export interface Difference {
  readonly part: 'form' | 'flow' | 'settings' | 'rules' | 'texts' | 'scenarios' | 'layout';
  readonly what: What;
  readonly name: string;
  /** What it is now called, or how many. */
  readonly to?: string;
}

type Sort = 'page' | 'field' | 'group' | 'label';
type Keyed = 'form' | 'state' | 'decision' | 'scenario';
type What =
  | `${Sort}.${'added' | 'removed' | 'moved' | 'renamed'}`
  | `${Keyed}.${'added' | 'removed' | 'changed'}`
  | `field.${'kind' | 'key' | 'required' | 'optional' | 'rules'}`
  | 'element.condition'
  | 'flow'
  | 'setting'
  | 'texts'
  | 'layout';

/** What differs between two documents of one case type, by ids and keys, so that a new name is one thing and not all. In document order. Pure. */
export function differences(before: CaseTypeDocument, after: CaseTypeDocument): Difference[] {
  return [
    ...formDifferences(before, after),
    ...flowDifferences(before, after),
    ...settingsDifferences(before, after),
    ...keyed('rules', 'decision', { before: before.decisions, after: after.decisions }),
    ...textDifferences(before, after),
    ...keyed('scenarios', 'scenario', { before: before.scenarios, after: after.scenarios }),
    ...(sameJson(before.layout, after.layout) ? [] : [{ part: 'layout' as const, what: 'layout' as const, name: '' }])
  ];
}

function formDifferences(before: CaseTypeDocument, after: CaseTypeDocument): Difference[] {
  const forms = keyed('form', 'form', { before: before.forms, after: after.forms }).filter(
    ({ what }) => what !== 'form.changed'
  );
  const both = formsOf(after).filter((form) => formsOf(before).includes(form));
  return [...forms, ...both.flatMap((form) => elementDifferences(before, after, form))];
}

function elementDifferences(before: CaseTypeDocument, after: CaseTypeDocument, form: string): Difference[] {
  const [old, now] = [before, after].map(
    (document) =>
      new Map(
        elementsOf(document, form)
          .slice(1)
          .map((each) => [each.id, each])
      )
  );
  if (!old || !now) return [];
  const part = 'form' as const;
  const added = [...now.values()].flatMap((element): Difference[] => {
    const was = old.get(element.id);
    const name = nameOf(after, element);
    return was ? changed({ was, before, name }, { element, after }) : [{ part, what: `${sort(element)}.added`, name }];
  });
  const gone = [...old.values()]
    .filter(({ id }) => !now.has(id))
    .map((element): Difference => ({ part, what: `${sort(element)}.removed`, name: nameOf(before, element) }));
  return [...added, ...gone, ...moved(old, now, after)];
}

/** Those that stand in another page or group, or past others that stayed. */
function moved(
  old: ReadonlyMap<string, ElementInfo>,
  now: ReadonlyMap<string, ElementInfo>,
  after: CaseTypeDocument
): Difference[] {
  const kept = [...now.keys()].filter((id) => old.has(id));
  const was = [...old.keys()].filter((id) => now.has(id));
  const stayed = longestInOrder(kept.map((id) => was.indexOf(id))).map((index) => was[index] ?? '');
  return kept.flatMap((id): Difference[] => {
    const element = now.get(id);
    const other = old.get(id)?.within.at(-1) !== element?.within.at(-1);
    return element && (other || !stayed.includes(id))
      ? [{ part: 'form', what: `${sort(element)}.moved`, name: nameOf(after, element) }]
      : [];
  });
}

/** The longest run of numbers that stand in rising order. */
function longestInOrder(numbers: readonly number[]): readonly number[] {
  const best: number[][] = [];
  for (const number of numbers) {
    const before = best.filter((run) => (run.at(-1) ?? -1) < number);
    const longest = before.reduce<number[]>((one, other) => (other.length > one.length ? other : one), []);
    best.push([...longest, number]);
  }
  return best.reduce<number[]>((one, other) => (other.length > one.length ? other : one), []);
}

function changed(
  { was, before, name }: { was: ElementInfo; before: CaseTypeDocument; name: string },
  { element, after }: { element: ElementInfo; after: CaseTypeDocument }
): Difference[] {
  const part = 'form' as const;
  const found: Difference[] = [];
  const [oldName, kind] = [nameOf(before, was), objectOf(element.element.options).kind];
  if (oldName !== name) found.push({ part, what: `${sort(element)}.renamed`, name: oldName, to: name });
  if (!sameJson(was.element.visibleWhen, element.element.visibleWhen))
    found.push({ part, what: 'element.condition', name });
  if (!sameJson(objectOf(was.element.options).kind, kind))
    found.push({ part, what: 'field.kind', name, to: String(kind) });
  if (was.answer !== element.answer) found.push({ part, what: 'field.key', name, to: element.answer ?? '' });
  const [one, other] = [isRequired(before, was), isRequired(after, element)];
  if (one !== other) found.push({ part, what: other ? 'field.required' : 'field.optional', name });
  if (!sameRules(before, was, after, element)) found.push({ part, what: 'field.rules', name });
  return found;
}

/** What may be answered, and the settings of the kind; the questions in a repeating group are told by themselves. */
function sameRules(before: CaseTypeDocument, was: ElementInfo, after: CaseTypeDocument, element: ElementInfo): boolean {
  const own = (document: CaseTypeDocument, { schemaPlace, element: { options } }: ElementInfo) => {
    const schema = objectOf(follow(document, schemaPlace ?? ['-']));
    const settings = Object.entries(objectOf(options)).filter(([key]) => key !== 'detail' && key !== 'kind');
    const hasRows = objectOf(options).detail !== undefined;
    return JSON.stringify([settings, Object.entries(schema).filter(([key]) => !hasRows || key !== 'items')]);
  };
  return own(before, was) === own(after, element);
}

function isRequired(document: CaseTypeDocument, { schemaPlace }: ElementInfo): boolean {
  if (!schemaPlace) return false;
  const required = objectOf(follow(document, schemaPlace.slice(0, -2))).required;
  return Array.isArray(required) && required.includes(String(schemaPlace.at(-1)));
}

const sort = ({ element }: ElementInfo): Sort =>
  element.type === 'Category'
    ? 'page'
    : element.type === 'Control'
      ? 'field'
      : element.type === 'Label'
        ? 'label'
        : 'group';

const textOf = (document: CaseTypeDocument, key: string): string | undefined => {
  const text = objectOf(objectOf(document.texts).sv)[key];
  return typeof text === 'string' ? text : undefined;
};

const nameOf = (document: CaseTypeDocument, { form, id }: ElementInfo): string =>
  textOf(document, `form.${form}.${id}.label`) ?? id;

function flowDifferences(before: CaseTypeDocument, after: CaseTypeDocument): Difference[] {
  const [old, now] = [before, after].map((document) => {
    const places = definitionPlaces(document, 'state');
    return Object.fromEntries(places.map(({ name, place }) => [name, ownOf(objectOf(follow(document, place)))]));
  });
  const root = sameJson(ownOf(objectOf(before.flow)), ownOf(objectOf(after.flow)))
    ? []
    : [{ part: 'flow' as const, what: 'flow' as const, name: '' }];
  const states = keyed('flow', 'state', { before: old, after: now }).map((each) => ({
    ...each,
    name: textOf(after, `state.${each.name}.title`) ?? textOf(before, `state.${each.name}.title`) ?? each.name
  }));
  return [...root, ...states];
}

/** A state without those in it. */
const ownOf = (state: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(state).filter(([key]) => key !== 'states'));

const settingsDifferences = (before: CaseTypeDocument, after: CaseTypeDocument): Difference[] => {
  const [old, now] = [objectOf(before.settings), objectOf(after.settings)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key): Difference[] =>
    sameJson(old[key], now[key]) ? [] : [{ part: 'settings', what: 'setting', name: key }]
  );
};

/** Texts that are told by nothing else: names of questions and pages are. */
function textDifferences(before: CaseTypeDocument, after: CaseTypeDocument): Difference[] {
  const languages = new Set([...Object.keys(objectOf(before.texts)), ...Object.keys(objectOf(after.texts))]);
  return [...languages].flatMap((language): Difference[] => {
    const [old, now] = [before, after].map((document) => objectOf(objectOf(document.texts)[language]));
    const keys = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
    const told = (key: string) => language === 'sv' && /^form\..*\.label$/.test(key);
    const count = [...keys].filter((key) => old?.[key] !== now?.[key] && !told(key)).length;
    return count === 0 ? [] : [{ part: 'texts', what: 'texts', name: language, to: String(count) }];
  });
}

function keyed(
  part: Difference['part'],
  sortOf: Keyed,
  { before, after }: { before: Json | undefined; after: Json | undefined }
): Difference[] {
  const [old, now] = [objectOf(before), objectOf(after)];
  const added = Object.keys(now).flatMap((name): Difference[] => {
    if (!Object.hasOwn(old, name)) return [{ part, what: `${sortOf}.added`, name }];
    return sameJson(old[name], now[name]) ? [] : [{ part, what: `${sortOf}.changed`, name }];
  });
  const gone = Object.keys(old).filter((name) => !Object.hasOwn(now, name));
  return [...added, ...gone.map((name): Difference => ({ part, what: `${sortOf}.removed`, name }))];
}
