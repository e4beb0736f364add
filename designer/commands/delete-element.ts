import type { Json } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { elementOf, elementsOf, objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';
import type { Reference, UseKind } from '../document/references/model.ts';
import { referencesIn } from '../document/references/references.ts';
import { editTo, withAt } from '../document/transform.ts';
import { isLost, isRemovable, lostWith, pointerOf, startsWith, type Lost } from '../document/uses.ts';

/** What becomes of the uses of what is deleted (`usesOfElement`): nothing may be left, each goes, or another field takes their place. */
export type Uses = 'none' | 'remove' | { readonly replaceWith: { readonly form: string; readonly id: string } };

/**
 * Deletes an element with all in it: its answers' schemas, its texts, its answers in scenarios. Refuses `edit.in_use` with the pointers of
 * the uses that are left, and `edit.nowhere`.
 */
export const deleteElement =
  (form: string, id: string, uses: Uses = 'none'): Command =>
  (document) => {
    const lost = lostWith(document, form, id);
    const element = elementOf(document, form, id);
    if (!element) return refuse('edit.nowhere', { path: id });
    const replaced = typeof uses === 'object' ? withReplaced(document, { form, id }, uses.replaceWith) : document;
    const cleared = withoutUses(replaced, lost, uses === 'none' ? isOwn : isRemovable);
    const left = outside(cleared, lost);
    if (left.length > 0) return refuse('edit.in_use', { uses: left.map(({ place }) => pointerOf(place)) });
    return editTo(document, 'delete-element', withoutElement(cleared, form, id));
  };

/** Its own texts, its answers in examples and the note of where it was copied from go with it unasked. */
export const isOwn = ({ kind }: { readonly kind: UseKind }): boolean =>
  kind === 'text' || kind === 'scenario' || kind === 'layout';

const outside = (document: CaseTypeDocument, lost: Lost): Reference[] =>
  referencesIn(document).filter(
    (reference) => isLost(lost, reference) && !lost.places.some((place) => startsWith(reference.place, place))
  );

/** From the last use to the first, so that each place leads where it led; a use that went with another is gone already. */
function withoutUses(
  document: CaseTypeDocument,
  lost: Lost,
  goes: (reference: Reference) => boolean
): CaseTypeDocument {
  return outside(document, lost)
    .filter(goes)
    .reverse()
    .reduce<CaseTypeDocument>((here, { place, isKey }) => {
      const held = follow(here, place);
      const still = held !== undefined && (isKey || held === follow(document, place));
      return still ? objectOf(withAt(here, ...removal(here, place))) : here;
    }, document);
}

/** What to take out for a use to be gone: the key or entry, or as much of its condition as cannot stand without it. */
function removal(document: CaseTypeDocument, place: Place): [Place, Json | undefined] {
  const condition = place.findLastIndex((step) => step === 'visibleWhen');
  if (condition < 0) return [place, undefined];
  let node = place.slice(0, -1);
  for (; node.length > condition + 1; node = node.slice(0, -1)) {
    const holder = follow(document, node.slice(0, -1));
    const isArgument = node.at(-2) === 'args' && Array.isArray(holder);
    const operator = objectOf(follow(document, node.slice(0, -2))).op;
    if (isArgument && holder.length > 1 && (operator === 'and' || operator === 'or')) break;
  }
  return [node, undefined];
}

/** Every use of a field's answer reads another's instead. */
function withReplaced(
  document: CaseTypeDocument,
  { form, id }: { form: string; id: string },
  other: { form: string; id: string }
): CaseTypeDocument {
  const answer = elementOf(document, form, id)?.answer;
  const next = elementOf(document, other.form, other.id)?.answer;
  if (answer === undefined || next === undefined) return document;
  return referencesIn(document)
    .filter((each) => each.to === 'field' && each.key === answer && !each.isKey)
    .reduce<CaseTypeDocument>((here, each) => objectOf(withAt(here, each.place, each.renamed(next))), document);
}

function withoutElement(document: CaseTypeDocument, form: string, id: string): CaseTypeDocument {
  const all = elementsOf(document, form);
  const inside = all.filter((each) => each.id === id || each.within.includes(id));
  const rest = all.filter((each) => !inside.includes(each));
  const kept = new Set(rest.map(({ schemaPlace }) => pointerOf(schemaPlace ?? [])));
  const gone = inside.flatMap(({ schemaPlace }) =>
    schemaPlace && !kept.has(pointerOf(schemaPlace)) ? [schemaPlace] : []
  );
  const schemas = gone.toReversed().reduce<CaseTypeDocument>(withoutSchema, document);
  const place = elementOf(schemas, form, id)?.place;
  return place ? objectOf(withAt(schemas, place, undefined)) : schemas;
}

/** Without a property and its name among the required; a `required` that is empty goes too. */
function withoutSchema(document: CaseTypeDocument, place: Place): CaseTypeDocument {
  const key = place.at(-1) ?? '';
  const holder = place.slice(0, -2);
  const without = objectOf(withAt(document, place, undefined));
  const schema = objectOf(follow(without, holder));
  if (!isObject(follow(without, holder)) || !Array.isArray(schema.required)) return without;
  const required = schema.required.filter((each) => each !== key);
  const next =
    required.length === schema.required.length ? schema.required : required.length === 0 ? undefined : required;
  return objectOf(withAt(without, [...holder, 'required'], next));
}
