import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { freeKey } from '../../commands/keys.ts';
import { renameKey } from '../../commands/rename-key.ts';
import { withPlace } from '../../commands/set-place.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { applyPatches } from '../../document/patch.ts';
import { follow } from '../../document/path.ts';
import type { Subject } from '../../document/references/model.ts';
import { referencesIn } from '../../document/references/references.ts';
import { editTo } from '../../document/transform.ts';
import { leadingTo, targetOf, withBranches } from './branches.ts';
import { flowFragmentOf, type FlowFragment } from './flow-fragment.ts';
import { isParallel, stateAt, statesAt, stepsIn, takenKeys, withEntry, withSteps, withValue } from './flow-places.ts';
import type { MoveTo } from './move-step.ts';

/**
 * Puts a piece of flow into a group or the flow itself, of this case type or another. Steps, outcomes and automations whose keys are taken
 * get new ones; what it names in the rest of the case type comes along where it is missing. A way that leads to no step there leads to the
 * next one. Refuses `edit.nowhere`, and `edit.not_here` for a single step among what goes on at the same time.
 */
export const pasteStep =
  (fragment: FlowFragment, to: MoveTo): Command =>
  (document) => {
    const pasted = withPasted(document, fragment, to);
    return pasted ? editTo(document, 'paste-step', pasted) : refuse('edit.not_here');
  };

/** Copies a step with all in it, right after itself. Refuses `edit.nowhere`. */
export const duplicateStep =
  (step: string): Command =>
  (document) => {
    const fragment = flowFragmentOf(document, step);
    const group = stateAt(document, step)?.parent ?? null;
    const steps = stepsIn(document, group);
    const before = steps[steps.indexOf(step) + 1];
    const pasted = fragment && withPasted(document, fragment, { group, ...(before === undefined ? {} : { before }) });
    return pasted ? editTo(document, 'duplicate-step', pasted) : refuse('edit.nowhere', { path: step });
  };

function withPasted(
  document: CaseTypeDocument,
  fragment: FlowFragment,
  { group, before }: MoveTo
): CaseTypeDocument | undefined {
  const own = fitted(document, fragment.document);
  const [root] = statesAt(own);
  const steps = stepsIn(document, group);
  if (!root || steps.length === 0 || (isParallel(document, group) && !root.config.states)) return undefined;
  const end = steps.find((key) => stateAt(document, key)?.config.type === 'final');
  const led = withBranches(own, (branch, { source, group: around }) => {
    const target = targetOf(branch);
    const isInside = around !== null || target === undefined || target === root.key;
    if (isInside || (steps.includes(target) && !isParallel(document, group))) return branch;
    return leadingTo(branch, source, isParallel(document, group) ? undefined : (before ?? end));
  });
  const config = stateAt(led, root.key)?.config ?? root.config;
  const placed = withSteps(document, group, (held) => withEntry(held, root.key, config, before));
  return withNeeds(placed, led);
}

/** The fragment with keys that are free in the document. */
function fitted(document: CaseTypeDocument, fragment: CaseTypeDocument): CaseTypeDocument {
  const taken = takenKeys(document);
  const own = [
    ...statesAt(fragment).map(({ key }) => ({ to: 'state', key, taken: taken.state }) as const),
    ...namesOf(fragment, 'event').map((key) => ({ to: 'event', key, taken: taken.event }) as const),
    ...(['message', 'document'] as const).flatMap((to) => {
      const others = new Set(namesOf(document, to));
      return namesOf(fragment, to)
        .filter((key) => !saysTheSame(document, fragment, `${to}.${key}`))
        .map((key) => ({ to, key, taken: others }));
    })
  ].reduce(renamed, fragment);
  return statesAt(own).reduce((here, { place, config }) => {
    const id = objectOf(config.invoke).id;
    const free = typeof id === 'string' ? freeKey(taken.automation, id) : '';
    taken.automation.add(free);
    return typeof id !== 'string' || free === id
      ? here
      : withResultsOf(withValue(here, [...place, 'invoke', 'id'], free), id, free);
  }, own);
}

const namesOf = (document: CaseTypeDocument, to: Subject): string[] => [
  ...new Set(
    referencesIn(document)
      .filter((each) => each.to === to)
      .map(({ key }) => key)
  )
];

interface Free {
  readonly to: 'state' | 'event' | 'message' | 'document';
  readonly key: string;
  readonly taken: Set<string>;
}

/** A document where something has a key that is not taken; from then on it is. */
function renamed(document: CaseTypeDocument, { to, key, taken }: Free): CaseTypeDocument {
  const free = freeKey(taken, key);
  taken.add(free);
  if (free === key) return document;
  const edit = renameKey({ to, key }, free)(document);
  const done = isRefusal(edit) ? edit : applyPatches(document, edit.patches);
  return isRefusal(done) ? document : done.document;
}

/** A document that reads the results of an automation under its new id. */
function withResultsOf(document: CaseTypeDocument, from: string, to: string): CaseTypeDocument {
  const old = `/results/${from}`;
  return referencesIn(document)
    .filter((each) => each.to === 'field' && !each.isKey && (each.key === old || each.key.startsWith(`${old}/`)))
    .reduce(
      (here, each) => withValue(here, each.place, each.renamed(`/results/${to}${each.key.slice(old.length)}`)),
      document
    );
}

/** Whether the texts of something are the same in both, or missing in the first. */
function saysTheSame(document: CaseTypeDocument, own: CaseTypeDocument, subject: string): boolean {
  const texts = (of: CaseTypeDocument) =>
    Object.entries(objectOf(objectOf(of.texts).sv)).filter(([key]) => key.startsWith(`${subject}.`));
  const known = texts(document);
  return known.length === 0 || JSON.stringify(known) === JSON.stringify(texts(own));
}

/** A document with what a fragment names, where it has nothing by that name. */
function withNeeds(document: CaseTypeDocument, own: CaseTypeDocument): CaseTypeDocument {
  const maps = [['forms'], ['decisions'], ['settings', 'conditions'], ['settings', 'delays']];
  const named = maps.reduce(
    (all, place) =>
      Object.entries(objectOf(follow(own, place))).reduce(
        (here, [key, value]) =>
          follow(here, [...place, key]) === undefined ? withPlace(here, [...place, key], value) : here,
        all
      ),
    document
  );
  const place = ['settings', 'handlingstyper'];
  const held = listAt(named, place);
  const missing = listAt(own, place).filter((row) => !held.some((each) => each.key === row.key));
  const typed = missing.length === 0 ? named : withValue(named, place, [...held, ...missing]);
  return Object.entries(objectOf(own.texts)).reduce(
    (here, [language, texts]) => withTexts(here, language, objectOf(texts)),
    typed
  );
}

const listAt = (document: CaseTypeDocument, place: readonly string[]): JsonObject[] => {
  const held: Json | undefined = follow(document, place);
  return (Array.isArray(held) ? held : []).map(objectOf);
};

/** Texts in a language that the case type has, where it does not say something else. */
function withTexts(document: CaseTypeDocument, language: string, texts: JsonObject): CaseTypeDocument {
  const held = objectOf(document.texts)[language];
  if (held === undefined) return document;
  const added = Object.entries(texts).filter(([key]) => !Object.hasOwn(objectOf(held), key));
  return added.length === 0
    ? document
    : withValue(document, ['texts', language], { ...objectOf(held), ...Object.fromEntries(added) });
}
