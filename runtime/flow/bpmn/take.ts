import type { JsonObject } from '../../definition/json.ts';
import type { Role } from '../../definition/types.ts';
import { at, isObject, put } from '../../form/pointer.ts';
import { addBranch, fresh, periodOf } from './fresh.ts';
import { blank, pairGateways } from './blocks.ts';
import type { Edge, Graph, Left, Node } from './graph.ts';
import { keyMaker } from './keys.ts';
import { roleOfLane } from './lanes.ts';
import { idOfState } from './figures.ts';
import { asListed, fromNew, listOf, ownSkeleton, withClock, withFailure } from './own.ts';
import { branchFrom, filled } from './skeleton.ts';
import type { Why } from './why.ts';

interface Taken {
  readonly flow: JsonObject;
  readonly texts: Readonly<Record<string, string>>;
  readonly left: readonly Left[];
  /** What was drawn of the figures that we would draw under another id. */
  readonly ids: ReadonlyMap<string, string>;
  /** States that were copied from others, by their keys. */
  readonly copies: ReadonlyMap<string, string>;
}

/** A way out of a state: the line that ends it and the state it leads to. */
interface Way {
  readonly edge: Edge;
  readonly names: readonly string[];
  readonly target: Node | null;
}

/** The flow that a drawing stands for: what we wrote on it as we wrote it, all else by what it looks like. */
export function takeFlow(graph: Graph): Taken {
  const left: Left[] = [...graph.left];
  const texts: Record<string, string> = {};
  pairGateways(graph.nodes, left);
  const keys = keysFor(graph.nodes);
  const eventKey = keyMaker(eventsIn(graph));
  const ids = new Map<string, string>();
  const copies = new Map<string, string>();
  /** What has become a part of the flow. */
  const taken = new Set<Node>();
  const skip = (node: { id: string; name: string; type?: string }, why: Why): void =>
    void left.push({ element: node.id, type: node.type ?? 'SequenceFlow', name: node.name, why });

  const group = (nodes: readonly Node[], skeleton: JsonObject, stay: Stay): JsonObject => {
    const states: JsonObject = {};
    const labels = new Map<string, string>();
    const scope: Scope = { nodes, states, labels, end: '' };
    const parallel = skeleton['type'] === 'parallel';
    for (const node of nodes) {
      const key = keys.get(node);
      if (key === undefined) lookAway(node, skip);
      else {
        ids.set(idOfState(key), node.id);
        taken.add(node);
        states[key] = stateOf(node, key, scope);
      }
    }
    if (parallel && Object.keys(states).length === 0) for (const number of [1, 2]) addRegion(states, number);
    const initial = parallel ? '' : initialOf(nodes, keys, skip);
    if (!parallel && (scope.end !== '' || Object.keys(states).length === 0)) states[endOf(scope)] = { type: 'final' };
    return filled(skeleton, { initial: initial || (Object.keys(states)[0] ?? ''), states, found: stay });
  };

  /** What goes on at the same time has two parts at least. */
  const addRegion = (states: JsonObject, number: number): void => {
    const key = stateKey(`del-${number}`, 'del');
    const end = stateKey('slut', 'slut');
    states[key] = { initial: end, states: { [end]: { type: 'final' } } };
    texts[`state.${key}.title`] = `Del ${number}`;
    texts[`state.${end}.title`] = 'Slut';
  };
  const endOf = (scope: Scope): string => {
    if (scope.end === '') {
      scope.end = eventlessKey('slut');
      texts[`state.${scope.end}.title`] = 'Slut';
    }
    return scope.end;
  };
  const stateKey = keyMaker([...keys.values(), ...eventsIn(graph)]);
  const eventlessKey = (name: string) => stateKey(name, name);

  const stateOf = (node: Node, key: string, scope: Scope): JsonObject => {
    const role = roleIn(node, skip);
    const skeleton = node.own ? ownSkeleton(node, key) : fresh(node, role, skip);
    if (node.own?.key !== key && node.name) texts[`state.${key}.title`] = node.name;
    if (node.own?.key && node.own.key !== key) copies.set(key, node.own.key);
    const ways = node.type === 'EventBasedGateway' && !node.own ? [] : waysFrom(node, keys);
    const found = new Map<string, JsonObject>();
    const news: { way: Way; branch: JsonObject; place: string }[] = [];
    const lead = (way: Way, placeOf: () => string, by: Node = node): void => {
      const target = way.target && keys.get(way.target);
      if (!target || !way.target || !scope.nodes.includes(way.target)) return skip(way.edge, 'leads-nowhere');
      taken.add(by);
      const { written } = way.edge;
      const branch = branchFrom(written?.branch, target);
      if (written && at(skeleton, written.place) === 0) found.set(written.place, branch);
      else news.push({ way, branch: fromNew(branch, written?.place), place: listOf(way.edge) ?? placeOf() });
    };
    const event = (name: string, otherwise: string): string => {
      const label = name || otherwise;
      const known = scope.labels.get(label);
      const isFree = known !== undefined && !news.some(({ place }) => place === `/on/${known}`);
      const made = isFree ? known : eventKey(label, 'klar');
      scope.labels.set(label, made);
      texts[`event.${made}.label`] = label;
      return `/on/${made}`;
    };
    for (const way of ways)
      lead(way, () => {
        if (way.edge.condition && !way.edge.written) skip(way.edge, 'condition-not-understood');
        if (isObject(skeleton['invoke'])) return '/invoke/onDone';
        if ('states' in skeleton) return '/onDone';
        if ('always' in skeleton) return '/always';
        return event(way.names.join(', '), 'Klar');
      });
    for (const border of node.border)
      for (const way of waysFrom(border, keys))
        lead(way, () => border.place || borderPlace(border, skeleton, event, skip), border);
    if (node.type === 'EventBasedGateway' && !node.own)
      for (const caught of node.outgoing.map(({ to }) => to)) {
        if (caught.outgoing.length === 0 && isCaught(caught)) skip(caught, 'leads-nowhere');
        for (const way of waysFrom(caught, keys))
          lead(
            way,
            () => (caught.event === 'Timer' ? `/after/${periodOf(caught, skip)}` : event(caught.name, 'Händelse')),
            caught
          );
      }
    if (node.type === 'IntermediateCatchEvent' && !node.own && node.event === 'Timer')
      for (const added of news) added.place = `/after/${periodOf(node, skip)}`;

    let state =
      'states' in skeleton ? group(node.inner, skeleton, found) : filled(skeleton, { initial: '', states: {}, found });
    for (const border of node.own ? node.border : []) {
      if (border.derived || border.event !== 'Timer') continue;
      const isFree = !news.some(({ way }) => way.edge.from === border);
      const made = isFree ? withClock(state, periodOf(border, skip)) : { state, place: '' };
      state = made.state;
      if (isFree) ids.set(`${idOfState(key)}${made.place.replaceAll('/', '.')}`, border.id);
    }
    for (const { branch, place } of news) state = addBranch(state, place, asListed(branch, place, skeleton, role));
    if (news.some(({ place }) => place === '/invoke/onDone')) state = withFailure(state);
    const meta = { meta: { roles: [role === 'system' ? 'caseworker' : role] } };
    if (!node.own && state['type'] !== 'final' && !('states' in state) && !('on' in state) && !('after' in state))
      state = addBranch(state, event('', 'Klar'), { target: endOf(scope), ...meta });
    if (!node.own && state['type'] === undefined && 'states' in state && !('onDone' in state) && !isRegion(node, graph))
      state = addBranch(state, '/onDone', { target: endOf(scope) });
    return state;
  };

  const skeleton = graph.skeleton ?? { id: 'flow', initial: 0, states: {} };
  let flow = group(graph.nodes, skeleton, anyTime(graph.nodes, keys));
  for (const node of graph.skeleton ? graph.nodes : []) {
    if (!node.atAnyTime || node.derived || node.inner.length > 0) continue;
    const made = eventKey(node.name, 'handelse');
    const states = Object.entries(isObject(flow['states']) ? flow['states'] : {});
    const [target = ''] = states.find(([, state]) => isObject(state) && state['type'] === 'final') ?? states[0] ?? [];
    texts[`event.${made}.label`] = node.name || 'När som helst';
    ids.set(`flow.on.${made}`, node.id);
    flow = put(flow, `/on/${made}`, { target: `.${target}`, meta: { roles: ['caseworker'] } });
  }
  for (const node of everyNode(graph.nodes)) {
    const isSaid = taken.has(node) || left.some(({ element }) => element === node.id);
    if (!isSaid && !isWayOnly(node)) skip(node, 'not-understood');
  }
  return { flow, texts, left, ids, copies };
}

const everyNode = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...everyNode(node.inner)]);

/** What stands for itself in the ways that it joins or parts, or in where they begin. */
const isWayOnly = ({ own, derived, type }: Node): boolean =>
  own !== null || derived || type === 'StartEvent' || type === 'Regions' || GATEWAY.test(type);

type Stay = ReadonlyMap<string, JsonObject>;

interface Scope {
  readonly nodes: readonly Node[];
  readonly states: JsonObject;
  readonly labels: Map<string, string>;
  end: string;
}

export type Skip = (node: { id: string; name: string; type?: string }, why: Why) => void;

const isRegion = (node: Node, { nodes }: Pick<Graph, 'nodes'>): boolean =>
  nodes.some((one) => (one.type === 'Regions' && one.inner.includes(node)) || isRegion(node, { nodes: one.inner }));

const GATEWAY = /Gateway$/;

/** What only joins ways again: it is no state, its line leads on to the next. */
const isPassed = ({ type, own, derived, outgoing }: Node): boolean =>
  !own && ((GATEWAY.test(type) && !derived && outgoing.length <= 1) || type === 'IntermediateThrowEvent');

/** What only parts the ways out of a step, which somebody chooses there. */
const isParting = ({ type, own, derived, incoming }: Node): boolean => {
  if (own || !GATEWAY.test(type) || type === 'EventBasedGateway') return false;
  if (derived) return true;
  const [only] = incoming;
  return (
    incoming.length === 1 &&
    only?.from.outgoing.length === 1 &&
    (/Task$|CallActivity$/.test(only.from.type) || only.from.own !== null)
  );
};

/** What happens after a gateway that waits is one of its ways on, when it has several. */
const isCaught = ({ type, own, incoming: [only, ...more] }: Node): boolean =>
  type === 'IntermediateCatchEvent' &&
  !own &&
  more.length === 0 &&
  only?.from.type === 'EventBasedGateway' &&
  !isPassed(only.from);

const isState = (node: Node): boolean => {
  if (node.own) return true;
  if (node.derived || node.isBorder || node.type === 'StartEvent' || node.atAnyTime) return false;
  return !isPassed(node) && !isParting(node) && !isCaught(node);
};

/** The keys of all states: those that we wrote, once each, then those made of names. */
function keysFor(nodes: readonly Node[]): Map<Node, string> {
  const all = (list: readonly Node[]): Node[] =>
    list.flatMap((node) => [node, ...(node.atAnyTime ? [] : all(node.inner))]);
  const states = all(nodes).filter(isState);
  const keys = new Map<Node, string>();
  const used = new Set<string>();
  // A copy has the key of its origin, which keeps it.
  const isOrigin = ({ id, own }: Node): boolean => id === idOfState(own?.key ?? '');
  for (const node of [...states.filter(isOrigin), ...states]) {
    const key = node.own?.key ?? '';
    if (key === '' || used.has(key)) continue;
    used.add(key);
    keys.set(node, key);
  }
  const make = keyMaker(used);
  const otherwise = ({ type }: Node) => (type === 'EndEvent' ? 'slut' : GATEWAY.test(type) ? 'val' : 'steg');
  for (const node of states) if (!keys.has(node)) keys.set(node, make(node.name, otherwise(node)));
  return new Map(states.map((node) => [node, keys.get(node) ?? '']));
}

function eventsIn({ skeleton, nodes }: Pick<Graph, 'skeleton' | 'nodes'>): string[] {
  const own = (bare: JsonObject | null | undefined) => (isObject(bare?.['on']) ? Object.keys(bare['on']) : []);
  const inside = (list: readonly Node[]): string[] =>
    list.flatMap((node) => [...own(node.own?.skeleton), ...inside(node.inner)]);
  return [...own(skeleton), ...inside(nodes)];
}

/** Every way out of a node, through what only parts or joins ways. */
function waysFrom(node: Node, keys: ReadonlyMap<Node, string>): Way[] {
  const seen = new Set<Node>();
  const follow = (edges: readonly Edge[], names: readonly string[]): Way[] =>
    edges.flatMap((edge) => {
      const named = edge.name ? [...names, edge.name] : names;
      if (!isParting(edge.to)) return [{ edge, names: named, target: beyond(edge.to, keys) }];
      if (seen.has(edge.to)) return [];
      seen.add(edge.to);
      return follow(edge.to.outgoing, named);
    });
  return follow(node.outgoing, []);
}

/** The state that a line leads to in the end; null when it goes round or stops. */
function beyond(start: Node, keys: ReadonlyMap<Node, string>): Node | null {
  const seen = new Set<Node>();
  let node: Node | undefined = start;
  while (node && !keys.has(node)) {
    if (seen.has(node) || node.isBorder) return null;
    seen.add(node);
    node = node.outgoing[0]?.to;
  }
  return node ?? null;
}

function initialOf(nodes: readonly Node[], keys: ReadonlyMap<Node, string>, skip: Skip): string {
  const starts = nodes.filter(({ type }) => type === 'StartEvent');
  const [start, ...others] = starts;
  for (const other of others) skip(other, 'one-start-only');
  if (start && !start.derived && start.event) skip(start, 'start-is-plain');
  const first = start?.outgoing[0] && beyond(start.outgoing[0].to, keys);
  // The first step that is drawn where there was only an end is where it begins.
  const drawn = nodes
    .filter(({ own, incoming }) => own?.key === '' && incoming.length === 0)
    .filter(({ type }) => type !== 'EndEvent');
  if (first?.type === 'EndEvent' && drawn.length === 1 && drawn[0]) return keys.get(drawn[0]) ?? '';
  const begun =
    first && nodes.includes(first) ? first : nodes.find((node) => keys.has(node) && node.incoming.length === 0);
  return (begun && keys.get(begun)) ?? keys.get(nodes.find((node) => keys.has(node)) ?? nodes[0] ?? NOWHERE) ?? '';
}

const NOWHERE = blank('', '');

/** What may happen at any time: from the event of each such box to the state that its end names. */
function anyTime(nodes: readonly Node[], keys: ReadonlyMap<Node, string>): Map<string, JsonObject> {
  const known = new Set(nodes.flatMap((node) => keys.get(node) ?? []));
  const found = new Map<string, JsonObject>();
  for (const { inner } of nodes.filter(({ atAnyTime, derived }) => atAnyTime && derived)) {
    for (const { written, to } of inner.flatMap(({ outgoing }) => outgoing)) {
      if (written && known.has(to.leadsTo)) found.set(written.place, branchFrom(written.branch, `.${to.leadsTo}`));
    }
  }
  return found;
}

/** What is no state and still has to be told. */
function lookAway(node: Node, skip: Skip): void {
  if (node.derived || node.own) return;
  if (node.atAnyTime) skip(node, 'event-group');
  else if (node.type === 'IntermediateThrowEvent') skip(node, 'throws-nothing');
  else if (node.isBorder && node.outgoing.length === 0) skip(node, 'leads-nowhere');
}

function roleIn({ lane, own, type }: Node, skip: Skip): Role {
  const role = lane === '' || own ? null : roleOfLane(lane);
  if (lane !== '' && !own && !role) skip({ id: lane, name: lane, type: 'Lane' }, 'lane-without-role');
  return role ?? (type === 'ServiceTask' ? 'system' : 'caseworker');
}

function borderPlace(
  border: Node,
  skeleton: JsonObject,
  event: (name: string, otherwise: string) => string,
  skip: Skip
): string {
  if (border.event === 'Timer') return `/after/${periodOf(border, skip)}`;
  if (border.event === 'Error' && isObject(skeleton['invoke'])) return '/invoke/onError';
  if (border.event !== 'Message' && border.event !== 'Signal') skip(border, 'event-as-outcome');
  return event(border.name, 'Händelse');
}
