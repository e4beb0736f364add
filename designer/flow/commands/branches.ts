import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { withoutEntry } from './flow-places.ts';

/** The branches of a list, which may be a single one. */
export const branchesIn = (list: Json | undefined): JsonObject[] =>
  (list === undefined ? [] : Array.isArray(list) ? list : [list]).map(objectOf);

/** A list of branches in place of another: what the outcome asks for stays on the first, and one that is left alone stands alone. */
export function relist(old: Json | undefined, branches: readonly JsonObject[]): Json {
  const { meta } = branchesIn(old)[0] ?? {};
  const bare = branches.map((branch) => ('meta' in branch ? withoutEntry(branch, 'meta') : branch));
  const list = bare.map((branch, index) => (index === 0 && meta !== undefined ? { ...branch, meta } : branch));
  const [only] = list;
  return only && list.length === 1 && !('guard' in only) ? only : list;
}

/** Where a branch stands: the step that it leaves (null for what may happen at any time), and that step's group. */
export interface Leaving {
  readonly source: string | null;
  readonly group: string | null;
}

/** What becomes of a branch: another, or nothing. */
export type ChangeBranch = (branch: JsonObject, leaving: Leaving) => JsonObject | undefined;

/** A document with every branch of the flow changed. A list that is left empty goes; what an automation must have becomes a way that stays. */
export function withBranches(document: CaseTypeDocument, change: ChangeBranch): CaseTypeDocument {
  const list = (held: Json, leaving: Leaving): Json | undefined => {
    const old = branchesIn(held);
    const now = old.map((branch) => change(branch, leaving)).filter((branch) => branch !== undefined);
    if (now.length === old.length && now.every((branch, index) => branch === old[index])) return held;
    return now.length === 0 ? undefined : relist(held, now);
  };
  const lists = (held: Json, leaving: Leaving): Json | undefined => {
    const kept = Object.entries(objectOf(held)).flatMap(([name, each]): [string, Json][] => {
      const next = list(each, leaving);
      return next === undefined ? [] : [[name, next]];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  };
  const invoke = (held: Json, leaving: Leaving): Json =>
    Object.fromEntries(
      Object.entries(objectOf(held)).map(([key, value]) =>
        key === 'onDone' || key === 'onError' ? [key, list(value, leaving) ?? {}] : [key, value]
      )
    );
  const holder = (held: Json, leaving: Leaving): Json => {
    if (!isObject(held)) return held;
    const parts = Object.entries(held).flatMap(([key, value]): [string, Json][] => {
      const next =
        key === 'on' || key === 'after'
          ? lists(value, leaving)
          : key === 'always' || key === 'onDone'
            ? list(value, leaving)
            : key === 'invoke'
              ? invoke(value, leaving)
              : key === 'states'
                ? inside(value, leaving.source)
                : value;
      return next === undefined ? [] : [[key, next]];
    });
    return Object.fromEntries(parts);
  };
  const inside = (states: Json, group: string | null): Json =>
    isObject(states)
      ? Object.fromEntries(Object.entries(states).map(([key, state]) => [key, holder(state, { source: key, group })]))
      : states;
  return { ...document, flow: holder(document.flow ?? null, { source: null, group: null }) };
}

/** Where a branch leads, without the point that stands before it at the top. */
export const targetOf = ({ target }: JsonObject): string | undefined =>
  typeof target === 'string' ? target.replace(/^\./, '') : undefined;

/** The same branch, leading elsewhere; what has no target stays where it is. */
export function leadingTo(branch: JsonObject, source: string | null, target: string | undefined): JsonObject {
  if (target === undefined) return withoutEntry(branch, 'target');
  const named = source === null ? `.${target}` : target;
  if (branch.target === named) return branch;
  const { guard, ...rest } = branch;
  if ('target' in branch) return { ...branch, target: named };
  return guard === undefined ? { target: named, ...rest } : { guard, target: named, ...rest };
}
