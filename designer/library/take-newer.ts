import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { deleteElement } from '../commands/delete-element.ts';
import { fragmentOf } from '../commands/fragment.ts';
import { takenIn } from '../commands/keys.ts';
import { inForm, named, takeFree, withFreeConditions } from '../commands/paste.ts';
import { withPlace } from '../commands/set-place.ts';
import { changed, type ElementName } from '../commands/set-setting.ts';
import { withText } from '../commands/set-text.ts';
import { requiredIn, withRequired } from '../commands/with-required.ts';
import { differences, type Difference } from '../diff/diff.ts';
import { conditionsOf, elementOf, elementsOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { follow } from '../document/path.ts';
import { editTo, withAt } from '../document/transform.ts';
import { originJson, originOf, type Origin, type Part } from './part.ts';

/**
 * Makes a copy what the library's part is now: its questions keep the ids and keys that they have here, so that what reads them goes on
 * reading them; what was added here stays, and so does when the whole shows. What the part no longer has goes. Refuses `edit.nowhere` for
 * what is no copy of the part, and `edit.in_use` when something else reads what would go.
 */
export const takeNewer =
  (part: Part, name: ElementName): Command =>
  (document) => {
    const after = withNewer(document, part, name);
    const edit = isRefusal(after) ? after : editTo(document, 'take-part', after);
    const { path } = elementOf(document, name.form, name.id) ?? {};
    return isRefusal(edit) || path === undefined ? edit : { ...edit, touches: [...edit.touches, path] };
  };

/** What `takeNewer` would change, or why it cannot. Pure. */
export function newsOf(document: CaseTypeDocument, part: Part, name: ElementName): Difference[] | Refusal {
  const after = withNewer(document, part, name);
  if (isRefusal(after)) return after;
  const [before, now] = [document, after].map((one) => fragmentOf(one, name.form, name.id)?.document ?? {});
  return differences({ ...before, layout: {} }, { ...now, layout: {} });
}

interface Copy {
  readonly form: string;
  readonly root: ElementInfo;
  readonly origin: Origin;
  /** The root and all in it. */
  readonly inside: readonly ElementInfo[];
}

function copyOf(document: CaseTypeDocument, { form, id }: ElementName): Copy | undefined {
  const origin = originOf(document, form, id);
  const root = elementOf(document, form, id);
  const inside = elementsOf(document, form).filter((one) => one.id === id || one.within.includes(id));
  return origin && root && { form, root, origin, inside };
}

function withNewer(document: CaseTypeDocument, part: Part, name: ElementName): CaseTypeDocument | Refusal {
  const copy = copyOf(document, name);
  if (!copy || copy.origin.part !== part.id) return refuse('edit.nowhere', { path: name.id });
  const { form } = name;
  const { own, ids } = partHere(document, part, copy);
  const known = new Set(elementsOf(own, form).map(({ id }) => id));
  const cleared = without(
    document,
    form,
    Object.values(copy.origin.ids).filter((id) => !known.has(id))
  );
  if (isRefusal(cleared)) return cleared;
  const now = copyOf(cleared, name);
  const origin = { part: part.id, version: part.version, ids };
  return now
    ? withOrigin(withTexts(withConditions(withElements(cleared, now, own), own), form, own), name, origin)
    : refuse('edit.nowhere', { path: name.id });
}

/** The part under the names that its copy has here; what is new in it gets free ones. */
function partHere(document: CaseTypeDocument, part: Part, { form, origin, inside }: Copy) {
  const fresh = inForm(part.fragment.document, form);
  const taken = new Set([...takenIn(document, form), ...takenIn(fresh, form)]);
  const theirs = takenIn(document, form);
  const ids: Record<string, string> = {};
  const names = new Map(
    elementsOf(fresh, form).flatMap(({ id, schemaPlace }) => {
      if (id === '') return [];
      const here = inside.find((one) => one.id === origin.ids[id]);
      const free = here?.id ?? (theirs.has(id) ? takeFree(taken, id) : id);
      ids[id] = free;
      const key = here ? here.schemaPlace?.at(-1) : schemaPlace && free;
      return [[id, { id: free, key: key === undefined ? undefined : String(key) }] as const];
    })
  );
  return { own: withFreeConditions(document, named(fresh, form, names)), ids };
}

/** Without elements that nothing else may read. */
function without(document: CaseTypeDocument, form: string, ids: readonly string[]): CaseTypeDocument | Refusal {
  let here = document;
  for (const id of ids) {
    if (!elementOf(here, form, id)) continue;
    const edit = deleteElement(form, id)(here);
    const done = isRefusal(edit) ? edit : applyPatches(here, edit.patches);
    if (isRefusal(done)) return done;
    here = done.document;
  }
  return here;
}

/** With the part's elements and schemas in place of the copy's, and what was added to the copy here at the end of where it stood. */
function withElements(
  document: CaseTypeDocument,
  { form, root, origin, inside }: Copy,
  own: CaseTypeDocument
): CaseTypeDocument {
  const copied = new Set(Object.values(origin.ids));
  const added = inside.filter(({ id }) => !copied.has(id));
  const next = elementsOf(own, form).find(({ id }) => id === root.id)?.element ?? root.element;
  const shown = root.element.visibleWhen === undefined ? next : { ...next, visibleWhen: root.element.visibleWhen };
  const placed = objectOf(withAt(document, root.place, withAdded(shown, added)));
  const from = objectOf(objectOf(objectOf(own.forms)[form]).schema);
  const to = root.schemaPlace?.slice(0, -2) ?? holderOfRows(document, root);
  const properties = { ...objectOf(follow(placed, [...to, 'properties'])), ...objectOf(from.properties) };
  const schemed = changed(placed, [...to, 'properties'], properties);
  const required = requiredIn(own, ['forms', form, 'schema']);
  const demanded = withRequired(schemed, to, { of: Object.keys(objectOf(from.properties)), required });
  return added.reduce((here, one) => withOldSchema(here, document, one), demanded);
}

/** The schema of the form, or of the row that a group stands in. */
function holderOfRows(document: CaseTypeDocument, { form, list }: ElementInfo): (string | number)[] {
  const rows = elementsOf(document, form).find((one) => list !== null && one.answer === list)?.schemaPlace;
  return rows ? [...rows, 'items'] : ['forms', form, 'schema'];
}

/** What was added stands where it stood: last in the same group. */
function withAdded(node: JsonObject, added: readonly ElementInfo[]): JsonObject {
  const { id, options } = node;
  const more = added.filter(({ within }) => within.at(-1) === id).map(({ element }) => element);
  const { detail } = objectOf(options);
  const rows = isObject(detail) ? { options: { ...objectOf(options), detail: withAdded(detail, added) } } : {};
  if (!Array.isArray(node.elements)) return { ...node, ...rows };
  const elements: Json[] = node.elements.map((one) => (isObject(one) ? withAdded(one, added) : one));
  return { ...node, ...rows, elements: [...elements, ...more] };
}

/** An answer that was added in a row or part that the part's own schema took the place of. */
function withOldSchema(
  here: CaseTypeDocument,
  before: CaseTypeDocument,
  { schemaPlace }: ElementInfo
): CaseTypeDocument {
  if (!schemaPlace || follow(here, schemaPlace) !== undefined) return here;
  const holder = schemaPlace.slice(0, -2);
  const key = String(schemaPlace.at(-1));
  const restored = withPlace(here, schemaPlace, follow(before, schemaPlace));
  const wasRequired = requiredIn(before, holder).includes(key);
  return wasRequired ? withRequired(restored, holder, { of: [key], required: [key] }) : restored;
}

const withConditions = (document: CaseTypeDocument, own: CaseTypeDocument): CaseTypeDocument =>
  Object.entries(conditionsOf(own)).reduce(
    (here, [name, condition]) => withPlace(here, ['settings', 'conditions', name], condition),
    document
  );

/** The part's texts, in the languages that both have; a text that it has no longer goes. */
function withTexts(document: CaseTypeDocument, form: string, own: CaseTypeDocument): CaseTypeDocument {
  const ids = new Set(elementsOf(own, form).map(({ id }) => id));
  const isOf = (key: string) => key.startsWith(`form.${form}.`) && ids.has(key.split('.')[2] ?? '');
  const languages = Object.keys(objectOf(document.texts)).filter(
    (language) => objectOf(own.texts)[language] !== undefined
  );
  return languages.reduce((here, language) => {
    const texts = objectOf(objectOf(own.texts)[language]);
    const gone = Object.keys(objectOf(objectOf(here.texts)[language])).filter((key) => isOf(key) && !(key in texts));
    const all = [...gone.map((key) => [key, ''] as const), ...Object.entries(texts)];
    return all.reduce((to, [key, text]) => {
      const from = String(objectOf(objectOf(own.texts).sv)[key] ?? '');
      return typeof text === 'string' ? withText(to, { language, key, text, from }) : to;
    }, here);
  }, document);
}

/** A document that remembers where an element came from. */
export const withOrigin = (document: CaseTypeDocument, { form, id }: ElementName, origin: Origin): CaseTypeDocument =>
  withPlace(document, ['layout', 'origins', `${form}/${id}`], originJson(origin));
