import type { Edge, Left, Node } from './graph.ts';

/** An element that nobody drew. */
export const blank = (id: string, type: string, name = ''): Node => ({
  id,
  type,
  name,
  own: null,
  derived: false,
  leadsTo: '',
  place: '',
  inner: [],
  outgoing: [],
  incoming: [],
  border: [],
  isBorder: false,
  interrupts: true,
  atAnyTime: false,
  event: '',
  time: '',
  repeats: false,
  lane: ''
});

/**
 * Parallel gateways in pairs become a group whose parts go on at the same time; a pair is a split whose ways meet in one
 * join and nowhere else. What is not in pairs is told, and taken as a choice. Changes the graph it is given.
 */
export function pairGateways(nodes: Node[], left: Left[]): void {
  for (const split of nodes.filter(isSplit)) {
    if (!nodes.includes(split)) continue;
    const join = nodes.filter(isJoin).find((one) => partsOf(split, one) !== null);
    const parts = join && partsOf(split, join);
    if (join && parts) enclose(nodes, { split, join, parts });
    else left.push({ element: split.id, type: split.type, name: split.name, why: 'parallel-without-pair' });
  }
  for (const { inner } of nodes) pairGateways(inner, left);
}

const isSplit = ({ type, own, outgoing }: Node): boolean => type === 'ParallelGateway' && !own && outgoing.length > 1;
const isJoin = ({ type, own, incoming }: Node): boolean => type === 'ParallelGateway' && !own && incoming.length > 1;

/** What stands on each way from a split to its join; null when they are no pair. */
function partsOf(split: Node, join: Node): Node[][] | null {
  if (split === join) return null;
  const parts: Node[][] = [];
  const claimed = new Set<Node>();
  let meets = 0;
  for (const { to } of split.outgoing) {
    const part = new Set<Node>();
    const queue = [to];
    for (let node = queue.pop(); node; node = queue.pop()) {
      if (node === join || part.has(node)) continue;
      if (node === split || claimed.has(node) || node.isBorder) return null;
      part.add(node);
      for (const one of [node, ...node.border]) queue.push(...one.outgoing.map((edge) => edge.to));
    }
    const own = (node: Node) => part.has(node) || [...part].some(({ border }) => border.includes(node));
    const entered = [...part].flatMap(({ incoming }) => incoming).filter(({ from }) => from !== split && !own(from));
    if (entered.length > 0) return null;
    if (to === join || join.incoming.some(({ from }) => own(from))) meets += 1;
    part.forEach((node) => claimed.add(node));
    parts.push([...part]);
  }
  const fromOutside = join.incoming.filter(
    ({ from }) => from !== split && !claimed.has(from) && ![...claimed].some(({ border }) => border.includes(from))
  );
  return meets === parts.length && fromOutside.length === 0 ? parts : null;
}

function enclose(nodes: Node[], { split, join, parts }: { split: Node; join: Node; parts: readonly Node[][] }): void {
  const group = blank(split.id, 'Regions', split.name || 'Samtidigt');
  const outside = new Set<Node>([split, join]);
  for (const [index, part] of parts.entries()) {
    const region = blank(`${split.id}.${index + 1}`, 'SubProcess', `Del ${index + 1}`);
    const start = blank(`${region.id}.start`, 'StartEvent');
    const end = blank(`${region.id}.end`, 'EndEvent');
    const borders = part.flatMap(({ border }) => border);
    region.inner.push(start, ...part, ...borders, end);
    [...part, ...borders].forEach((node) => outside.add(node));
    const first = split.outgoing[index];
    const leads = first && first.to !== join ? first.to : end;
    link(start, leads, first);
    if (first) remove(leads.incoming, first);
    for (const edge of join.incoming.filter(({ from }) => region.inner.includes(from))) {
      edge.to = end;
      end.incoming.push(edge);
    }
    group.inner.push(region);
  }
  for (const edge of split.incoming) edge.to = group;
  group.incoming.push(...split.incoming);
  for (const edge of join.outgoing) {
    remove(edge.to.incoming, edge);
    link(group, edge.to, edge);
  }
  const kept = nodes.filter((node) => !outside.has(node));
  nodes.splice(0, nodes.length, ...kept, group);
}

function link(from: Node, to: Node, like: Edge | undefined): void {
  const edge: Edge = {
    id: like?.id ?? '',
    name: like?.name ?? '',
    from,
    to,
    written: null,
    isDefault: false,
    condition: like?.condition ?? ''
  };
  from.outgoing.push(edge);
  to.incoming.push(edge);
}

function remove<T>(list: T[], one: T): void {
  const place = list.indexOf(one);
  if (place >= 0) list.splice(place, 1);
}
