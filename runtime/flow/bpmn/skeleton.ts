import { isObject } from '../../form/pointer.ts';
import type { Json, JsonObject } from '../../definition/json.ts';
import type { Branch, Branches, Flow, FlowState } from '../../definition/types.ts';
import { drawnLists } from './figures.ts';

/** Where a skeleton leaves room for what is drawn: a branch, the states of a group, where it begins. */
const DRAWN = 0;

/** A state without what the drawing says, in its own key order. Reading puts the drawing's answers back where it left room. */
export function skeletonOf(config: Flow | FlowState): JsonObject {
  const places = new Map(drawnLists('id' in config ? rootAsState(config) : config).map((one) => [one.place, one.list]));
  const bare = (list: Branches | undefined, place: string): Json => {
    if (!places.has(place)) return plain(list);
    return Array.isArray(list) ? list.map((branch) => bareBranch(branch)) : list ? bareBranch(list) : null;
  };
  const named = (lists: Readonly<Record<string, Branches>>, place: string): JsonObject =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, bare(list, `${place}/${name}`)]));
  const parts = Object.entries(config).map(([key, value]: [string, unknown]): [string, Json] => {
    if (key === 'states') return [key, {}];
    if (key === 'initial') return [key, DRAWN];
    if (key === 'on') return [key, named(config.on ?? {}, '/on')];
    if ('id' in config) return [key, plain(value)];
    if (key === 'after') return [key, named(config.after ?? {}, '/after')];
    if (key === 'always') return [key, bare(config.always, '/always')];
    if (key === 'onDone') return [key, bare(config.onDone, '/onDone')];
    if (key !== 'invoke' || !config.invoke) return [key, plain(value)];
    const { onDone, onError } = config.invoke;
    const invoke = Object.entries(config.invoke).map(([inner, given]): [string, Json] => {
      if (inner === 'onDone') return [inner, bare(onDone, '/invoke/onDone')];
      return [inner, inner === 'onError' ? bare(onError, '/invoke/onError') : plain(given)];
    });
    return [key, Object.fromEntries(invoke)];
  });
  return Object.fromEntries(parts);
}

/** What may happen at any time is drawn whatever it starts from. */
export const rootAsState = ({ on }: Flow): FlowState => (on ? { on } : {});

const bareBranch = (branch: Branch): Json => (branch.target === undefined ? plain(branch) : DRAWN);

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null));

/** A branch as the drawing has it: where its line leads, the rest as it was written on the line. */
export function branchFrom(written: Json | undefined, target: string): JsonObject {
  if (!isObject(written)) return { target };
  return 'target' in written ? { ...written, target } : { ...written, target };
}

/**
 * A state as the drawing has it now. `found` gives the branches that lines still stand for, by place; what has no line
 * any more is gone, and a list with no branch left too.
 */
export function filled(
  skeleton: JsonObject,
  drawn: { initial: string; states: JsonObject; found: ReadonlyMap<string, JsonObject> }
): JsonObject {
  const list = (bare: Json, place: string): Json | undefined => {
    if (bare === DRAWN) return drawn.found.get(place);
    if (!Array.isArray(bare)) return bare;
    const branches = bare.flatMap((branch, index) =>
      branch === DRAWN ? (drawn.found.get(`${place}/${index}`) ?? []) : [branch]
    );
    // A decision without ways is still to be decided.
    const isDecision = place === '/always' && !('on' in skeleton) && !('after' in skeleton);
    return branches.length > 0 || isDecision ? branches : undefined;
  };
  const named = (lists: Json, place: string): Json | undefined => {
    if (!isObject(lists)) return lists;
    const kept = Object.entries(lists).flatMap(([name, bare]): [string, Json][] => {
      const filledIn = list(bare, `${place}/${name}`);
      return filledIn === undefined ? [] : [[name, filledIn]];
    });
    return kept.length > 0 || Object.keys(lists).length === 0 ? Object.fromEntries(kept) : undefined;
  };
  const part = (key: string, value: Json): Json | undefined => {
    if (key === 'states') return drawn.states;
    if (key === 'initial') return value === DRAWN ? drawn.initial : value;
    if (key === 'on' || key === 'after') return named(value, `/${key}`);
    if (key === 'always' || key === 'onDone') return list(value, `/${key}`);
    if (key !== 'invoke' || !isObject(value)) return value;
    return parts(value, (inner, given) =>
      inner === 'onDone' || inner === 'onError' ? list(given, `/invoke/${inner}`) : given
    );
  };
  return parts(skeleton, part);
}

const parts = (object: JsonObject, change: (key: string, value: Json) => Json | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(object).flatMap(([key, value]): [string, Json][] => {
      const changed = change(key, value);
      return changed === undefined ? [] : [[key, changed]];
    })
  );
