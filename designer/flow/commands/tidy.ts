import type { JsonObject } from '#runtime/definition/json.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { locate } from '../../document/path.ts';
import { referencesIn } from '../../document/references/references.ts';
import { stateAt, statesAt, withValue } from './flow-places.ts';

const AREAS = ['event', 'message', 'document'] as const;

/** A document without what belonged to steps and ways that a change took away: their texts, where they were drawn, and that examples expect them. */
export function tidied(before: CaseTypeDocument, after: CaseTypeDocument): CaseTypeDocument {
  const old = named(before);
  const now = named(after);
  const isGone = (key: string) => {
    const [area, name] = key.split('.');
    return area !== undefined && old.has(`${area}.${name}`) && !now.has(`${area}.${name}`);
  };
  const places = [['texts'], ['layout', 'translatedFrom']];
  const textless = places.reduce((document, place) => {
    const holder = objectOf(place.reduce<JsonObject>((held, key) => objectOf(held[key]), document));
    return Object.entries(holder).reduce((here, [language, texts]) => {
      const left = without(objectOf(texts), isGone);
      return left ? withValue(here, [...place, language], left) : here;
    }, document);
  }, after);
  return withoutPlaces(
    before,
    withoutExpected(textless, (state) => isGone(`state.${state}`))
  );
}

/** Everything in the flow that has texts of its own, as their keys begin. */
function named(document: CaseTypeDocument): ReadonlySet<string> {
  const uses = referencesIn(document).filter(({ kind }) => kind === 'flow');
  return new Set([
    ...statesAt(document).map(({ key }) => `state.${key}`),
    ...AREAS.flatMap((area) => uses.filter(({ to }) => to === area).map(({ key }) => `${area}.${key}`))
  ]);
}

/** An object without some of its keys; undefined when it has none of them. */
function without(object: JsonObject, isGone: (key: string) => boolean): JsonObject | undefined {
  const keys = Object.keys(object);
  return keys.some(isGone) ? Object.fromEntries(Object.entries(object).filter(([key]) => !isGone(key))) : undefined;
}

/** Places of what is not there any more; those that led nowhere before are not this change's. */
function withoutPlaces(before: CaseTypeDocument, after: CaseTypeDocument): CaseTypeDocument {
  const stands = (document: CaseTypeDocument, name: string) =>
    name.startsWith('/')
      ? locate(document, `/flow${name.replace(/\/(-|event|target)$/, '')}`) !== undefined
      : stateAt(document, name) !== undefined;
  return ['nodes', 'edges'].reduce((document, part) => {
    const left = without(
      objectOf(objectOf(document.layout)[part]),
      (name) => stands(before, name) && !stands(document, name)
    );
    return left ? withValue(document, ['layout', part], left) : document;
  }, after);
}

function withoutExpected(document: CaseTypeDocument, isGone: (state: string) => boolean): CaseTypeDocument {
  const expected = referencesIn(document).filter(
    ({ to, kind, key }) => to === 'state' && kind === 'scenario' && isGone(key)
  );
  // From the last, so that each place leads where it led.
  return expected.toReversed().reduce((here, { place }) => withValue(here, place, undefined), document);
}
