import type { Flow } from '../definition/types.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import { branchesOf, statesOf, type PlacedBranch } from '../flow/walk.ts';
import { at, isObject, put } from '../form/pointer.ts';

/** A flow with one thing wrong in one place, as a slip of the hand would make it. */
export interface Mutant {
  readonly operator: string;
  readonly pointer: string;
  readonly flow: JsonObject;
}

type Change = (flow: JsonObject) => JsonObject;
type Operator = (flow: Flow) => readonly (readonly [pointer: string, change: Change])[];

const branches = (flow: Flow): PlacedBranch[] => [
  ...branchesOf(flow, ''),
  ...statesOf(flow).flatMap(({ config, pointer }) => branchesOf(config, pointer))
];
const gone =
  (pointer: string): Change =>
  (flow) =>
    put(flow, pointer, undefined);
const set =
  (pointer: string, value: Json): Change =>
  (flow) =>
    put(flow, pointer, value);
const listOf = (pointer: string): string => pointer.replace(/\/\d+$/, '');
const isLast = ({ last, pointer }: PlacedBranch): boolean => last && /\/[1-9]\d*$/.test(pointer);
const leading = (flow: Flow) => branches(flow).filter(({ branch }) => branch.target !== undefined);

/** What can slip, one by one. Each gives every place where it can. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  'drop a target': (flow) => leading(flow).map(({ pointer }) => [pointer, gone(`${pointer}/target`)]),
  'misspell a target': (flow) =>
    leading(flow).map(({ pointer, branch }) => [pointer, set(`${pointer}/target`, `${branch.target}x`)]),
  'drop a default': (flow) =>
    branches(flow)
      .filter(isLast)
      .map(({ pointer }) => [pointer, gone(pointer)]),
  'swap two guards': (flow) =>
    branches(flow).flatMap(({ pointer, branch }): (readonly [string, Change])[] => {
      const next = pointer.replace(/\d+$/, (place) => String(Number(place) + 1));
      const other = branches(flow).find((one) => one.pointer === next && one.branch.guard);
      if (next === pointer || !branch.guard || !other) return [];
      const swap: Change = (json) => {
        const [first, second] = [at(json, `${pointer}/guard`), at(json, `${next}/guard`)];
        return put(put(json, `${pointer}/guard`, second), `${next}/guard`, first);
      };
      return [[pointer, swap]];
    }),
  'drop an onError': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.invoke)
      .map(({ pointer }) => [pointer, gone(`${pointer}/invoke/onError`)]),
  'remove an end': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.type === 'final')
      .map(({ pointer }) => [pointer, gone(pointer)]),
  'add a circle': (flow) =>
    statesOf(flow)
      .filter(({ config }) => !config.states && config.type !== 'final')
      .map(({ key, pointer }) => [pointer, set(`${pointer}/always`, [{ target: key }])]),
  'take all roles': (flow) =>
    branches(flow)
      .filter(({ branch }) => branch.meta?.roles)
      .map(({ pointer }) => [pointer, set(`${pointer}/meta/roles`, [])]),
  'narrow a role': (flow) =>
    branches(flow).flatMap(({ pointer, branch }) => {
      const roles = branch.meta?.roles ?? [];
      if (roles.length < 2) return [];
      return roles.map((role): readonly [string, Change] => [
        `${pointer} ${role}`,
        set(
          `${pointer}/meta/roles`,
          roles.filter((other) => other !== role)
        )
      ]);
    }),
  'misspell a delay': (flow) =>
    branches(flow)
      .filter(({ trigger }) => trigger === 'after')
      .map(({ pointer }) => {
        const list = listOf(pointer);
        return [list, (json) => put(put(json, `${list}x`, at(json, list)), list, undefined)];
      }),
  'remove all that happens': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.on && !config.states)
      .map(({ pointer }) => [
        pointer,
        (json) => ['on', 'after', 'always'].reduce((rest, key) => put(rest, `${pointer}/${key}`, undefined), json)
      ]),
  'misspell the beginning': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.initial !== undefined)
      .map(({ pointer, config }) => [pointer, set(`${pointer}/initial`, `${config.initial}x`)]),
  'go on after the end': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.type === 'final')
      .map(({ key, pointer }) => [pointer, set(`${pointer}/always`, { target: key })]),
  'take the onDone of a group': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.onDone)
      .map(({ pointer }) => [pointer, gone(`${pointer}/onDone`)]),
  'repeat an event of the group': (flow) =>
    statesOf(flow).flatMap(({ config, pointer }): (readonly [string, Change])[] => {
      const [event] = Object.keys(config.on ?? {});
      const [inner] = Object.keys(config.states ?? {});
      if (!event || !inner) return [];
      const place = `${pointer}/states/${inner}/on`;
      return [[pointer, (json) => put(json, place, { ...held(json, place), [event]: {} })]];
    }),
  'guard the last way': (flow) =>
    leading(flow)
      .filter(({ trigger, last, branch }) => trigger === 'on' && last && !branch.guard)
      .map(({ pointer }) => [
        pointer,
        set(`${pointer}/guard`, { type: 'when', params: { op: 'answered', field: '/application' } })
      ]),
  'misspell a deadline': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.meta?.deadline)
      .map(({ pointer }) => [pointer, set(`${pointer}/meta/deadline`, 'nagon-gang')]),
  'move a deadline': (flow) =>
    statesOf(flow)
      .filter(({ config }) => config.meta?.deadline)
      .map(({ pointer }) => [pointer, set(`${pointer}/meta/deadline`, 'P6D')])
};

const held = (json: JsonObject, pointer: string): JsonObject => {
  const found = at(json, pointer);
  return isObject(found) ? found : {};
};

/** Every slip at every place of a flow. */
export function* mutantsOf(flow: Flow): Generator<Mutant> {
  const json: JsonObject = JSON.parse(JSON.stringify(flow));
  for (const [operator, places] of Object.entries(OPERATORS))
    for (const [pointer, change] of places(flow)) yield { operator, pointer, flow: change(json) };
}
