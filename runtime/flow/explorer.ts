import type { Branches, Condition, Flow, FlowState } from '../definition/types.ts';
import { idOf } from './walk.ts';

/** What can set a case off. */
export interface Trigger {
  readonly kind: 'event' | 'timer' | 'result' | 'failure';
  /** The event, the key in `after`, or the id of the automation. */
  readonly name: string;
}

/** Where one combination of guards leads. */
export interface Landing {
  /** The active states that hold no other, in document order; what tells one place of a case from another. */
  readonly leaves: readonly string[];
  readonly done: boolean;
  /** The states that were entered on the way, in order. */
  readonly states: readonly string[];
  /** The branches that were taken, in order. */
  readonly branches: readonly string[];
}

export interface Outcomes {
  readonly landings: readonly Landing[];
  /** The states of a way that never came to rest. */
  readonly circles: readonly (readonly string[])[];
  readonly capped: boolean;
}

export interface Explorer {
  /** The events that a case can take where it rests, and what they are. */
  readonly triggers: (leaves: readonly string[]) => readonly (readonly [event: string, trigger: Trigger])[];
  /** Everything that one event can lead to; without an event, where a case can begin. */
  readonly outcomes: (leaves: readonly string[], event: string | null) => Outcomes;
}

/** Combinations of guards in one step; a flow that people can read has a handful. */
const MOST_COMBINATIONS = 2_000;
const MOST_MICROSTEPS = 100;

/**
 * The flow without data: guards answer as they are told, and everything that is passed leaves a mark. It steps as XState
 * does (SCXML's algorithm, for the subset that the format allows), some fifty times as fast, which is what lets a check
 * look at everything while somebody draws; a test holds the two against each other. The flow must be sound (V1 to V3).
 */
export function explorerOf(flow: Flow): Explorer {
  const root = nodeOf(flow, { key: '', pointer: '', parent: null, counter: { next: 0 } });
  const byKey = new Map(inside(root).map((node) => [node.key, node]));
  const nodesOf = (leaves: readonly string[]) => leaves.flatMap((key) => byKey.get(key) ?? []);
  return {
    triggers: (leaves) => {
      const active = [...new Set(nodesOf(leaves).flatMap((leaf) => lineOf(leaf)))].filter((node) => node !== root);
      const found = [...active.toSorted((a, b) => a.order - b.order), root].flatMap(({ triggers }) => triggers);
      return [...new Map(found)];
    },
    outcomes: (leaves, event) => {
      const landings: Landing[] = [];
      const circles: (readonly string[])[] = [];
      const before = nodesOf(leaves);
      let choices: readonly boolean[] | null = [];
      for (let count = 0; choices && count < MOST_COMBINATIONS; count += 1) {
        const run = new Run(root, choices);
        const circle = event === null ? run.begin() : run.take(before, event);
        if (circle) circles.push(circle);
        else landings.push(run.landing());
        choices = nextChoices(run.answers());
      }
      return { landings, circles, capped: choices !== null };
    }
  };
}

/** The combination after this one, counting in binary with the guard that was asked last as the lowest digit; null after all yes. */
function nextChoices(answers: readonly boolean[]): boolean[] | null {
  const last = answers.lastIndexOf(false);
  return last < 0 ? null : [...answers.slice(0, last), true];
}

interface Node {
  readonly key: string;
  readonly order: number;
  readonly depth: number;
  readonly parent: Node | null;
  readonly kind: 'leaf' | 'final' | 'group' | 'parallel';
  readonly children: Node[];
  readonly initial: string | undefined;
  readonly always: readonly Way[];
  readonly takes: ReadonlyMap<string, readonly Way[]>;
  readonly triggers: readonly (readonly [string, Trigger])[];
}

interface Way {
  readonly source: Node;
  readonly pointer: string;
  readonly guard: Condition | undefined;
  readonly target: string | undefined;
  readonly reenter: boolean;
}

interface Place {
  readonly key: string;
  readonly pointer: string;
  readonly parent: Node | null;
  readonly counter: { next: number };
}

function nodeOf(config: Flow | FlowState, { key, pointer, parent, counter }: Place): Node {
  const state: FlowState = 'id' in config ? stateOfRoot(config) : config;
  const takes = new Map<string, Way[]>();
  const always: Way[] = [];
  const triggers: [string, Trigger][] = [];
  const node: Node = {
    key,
    order: (counter.next += 1),
    depth: parent === null ? 0 : parent.depth + 1,
    parent,
    kind: kindOf(state),
    children: [],
    initial: state.initial,
    always,
    takes,
    triggers
  };
  const ways = (list: Branches, place: string): Way[] =>
    [list].flat().map(({ guard, target, reenter }, index) => ({
      source: node,
      pointer: Array.isArray(list) ? `${pointer}${place}/${index}` : pointer + place,
      guard: guard?.params,
      target: parent === null ? target?.slice(1) : target,
      reenter: reenter === true
    }));
  const expect = (event: string, list: Branches, place: string, trigger?: Trigger): void => {
    takes.set(event, ways(list, place));
    if (trigger) triggers.push([event, trigger]);
  };
  const id = pointer === '' ? 'flow' : idOf(pointer);
  const { invoke, onDone } = state;
  for (const [name, list] of Object.entries(state.on ?? {})) expect(name, list, `/on/${name}`, { kind: 'event', name });
  for (const [name, list] of Object.entries(state.after ?? {}))
    expect(`xstate.after.${name}.${id}`, list, `/after/${name}`, { kind: 'timer', name });
  if (invoke) {
    const name = invoke.id;
    expect(`xstate.done.actor.${name}`, invoke.onDone, '/invoke/onDone', { kind: 'result', name });
    expect(`xstate.error.actor.${name}`, invoke.onError, '/invoke/onError', { kind: 'failure', name });
  }
  if (onDone) expect(doneOf(node), onDone, '/onDone');
  if (state.always) always.push(...ways(state.always, '/always'));
  for (const [child, inner] of Object.entries(state.states ?? {}))
    node.children.push(nodeOf(inner, { key: child, pointer: `${pointer}/states/${child}`, parent: node, counter }));
  return node;
}

const stateOfRoot = ({ initial, on, states }: Flow): FlowState => ({ initial, states, ...(on && { on }) });

function kindOf({ type, states }: FlowState): Node['kind'] {
  if (type === 'final' || type === 'parallel') return type;
  return states && Object.keys(states).length > 0 ? 'group' : 'leaf';
}

const inside = (node: Node): Node[] => [node, ...node.children.flatMap(inside)];

/** A state and the groups that it stands in, innermost first. */
const lineOf = (node: Node): Node[] => (node.parent ? [node, ...lineOf(node.parent)] : [node]);

function isInside(node: Node, group: Node): boolean {
  for (let above = node.parent; above; above = above.parent) if (above === group) return true;
  return false;
}

const doneOf = ({ key }: Node): string => `done ${key}`;

/** One attempt at one step: the answers that guards are to give in the order they are first asked (then no), and the marks it left. */
class Run {
  readonly #root: Node;
  readonly #choices: readonly boolean[];
  readonly #asked = new Map<Condition, boolean>();
  readonly #active = new Set<Node>();
  readonly #states: string[] = [];
  readonly #branches: string[] = [];
  /** Groups that have ended, for whom it may mean something. */
  readonly #raised: string[] = [];
  #done = false;

  constructor(root: Node, choices: readonly boolean[]) {
    this.#root = root;
    this.#choices = choices;
  }

  begin(): readonly string[] | null {
    this.#active.add(this.#root);
    this.#enter([...this.#beginningOf(this.#root)]);
    return this.#settle();
  }

  take(leaves: readonly Node[], event: string): readonly string[] | null {
    for (const leaf of leaves) for (const node of lineOf(leaf)) this.#active.add(node);
    this.#move(this.#chosen(event));
    return this.#settle();
  }

  answers(): boolean[] {
    return [...this.#asked.values()];
  }

  landing(): Landing {
    const leaves = this.#leaves().map(({ key }) => key);
    return { leaves, done: this.#done, states: this.#states, branches: this.#branches };
  }

  #leaves(): Node[] {
    const leaves = [...this.#active].filter(({ children }) => children.length === 0);
    return leaves.sort((a, b) => a.order - b.order);
  }

  /** What follows by itself: crossings first, then the ends of groups. Returns the states of a circle that never rests. */
  #settle(): readonly string[] | null {
    for (let count = 1; !this.#done; count += 1) {
      if (count > MOST_MICROSTEPS) return [...new Set(this.#states.slice(-MOST_MICROSTEPS / 2))];
      let ways = this.#crossings();
      if (ways.length === 0) {
        const raised = this.#raised.shift();
        if (raised === undefined) return null;
        ways = this.#chosen(raised);
      }
      this.#move(ways);
    }
    return null;
  }

  /** A guard that is asked twice in one step answers the same, as it would with data. */
  #passes({ guard }: Way): boolean {
    if (guard === undefined) return true;
    const answer = this.#asked.get(guard) ?? this.#choices[this.#asked.size] ?? false;
    this.#asked.set(guard, answer);
    return answer;
  }

  /** The ways that an event opens: the innermost that takes it, in each of the parts that run side by side. */
  #chosen(event: string): Way[] {
    const visit = (node: Node): Way[] => {
      const active = node.children.filter((child) => this.#active.has(child));
      const below = active.flatMap(visit);
      if (below.length > 0) return below;
      const own = node.takes.get(event)?.find((way) => this.#passes(way));
      return own ? [own] : [];
    };
    return visit(this.#root);
  }

  #crossings(): Way[] {
    const found = new Set<Way>();
    for (const leaf of this.#leaves()) {
      for (let node: Node | null = leaf; node; node = node.parent) {
        const way = node.always.find((one) => this.#passes(one));
        if (!way) continue;
        found.add(way);
        break;
      }
    }
    return [...found];
  }

  #move(enabled: readonly Way[]): void {
    const ways = enabled.length > 1 ? this.#withoutConflicts(enabled) : enabled;
    for (const way of ways) for (const node of this.#left(way)) this.#active.delete(node);
    for (const { pointer } of ways) this.#branches.push(pointer);
    this.#enter(ways.flatMap((way) => this.#entered(way)));
  }

  /** Of two ways that leave the same states, the one from further in is taken. */
  #withoutConflicts(enabled: readonly Way[]): Way[] {
    const kept = new Set<Way>();
    for (const way of enabled) {
      const left = new Set(this.#left(way));
      const against = [...kept].filter((other) => this.#left(other).some((node) => left.has(node)));
      if (against.some((other) => !isInside(way.source, other.source))) continue;
      for (const other of against) kept.delete(other);
      kept.add(way);
    }
    return [...kept];
  }

  /** The state that a way leads out from under: all of its inside is left. */
  #domain({ source, reenter }: Way, target: Node): Node {
    if (!reenter && (target === source || isInside(target, source))) return source;
    let above: Node = source.parent ?? source;
    while (above.parent && !isInside(target, above)) above = above.parent;
    return above;
  }

  #left(way: Way): Node[] {
    const target = this.#target(way);
    if (!target) return [];
    const domain = this.#domain(way, target);
    return [...this.#active].filter((node) => isInside(node, domain));
  }

  #entered(way: Way): Node[] {
    const target = this.#target(way);
    if (!target) return [];
    const own = target === way.source && !way.reenter ? [] : [target];
    return [...own, ...this.#beginningOf(target)];
  }

  /** The format's targets: a sibling; from the root, one of its states. */
  #target({ source, target }: Way): Node | undefined {
    if (target === undefined) return undefined;
    return (source.parent ?? source).children.find(({ key }) => key === target);
  }

  #beginningOf(node: Node): Node[] {
    if (node.kind === 'parallel') return node.children.flatMap((child) => [child, ...this.#beginningOf(child)]);
    const first = node.kind === 'group' ? node.children.find(({ key }) => key === node.initial) : undefined;
    return first ? [first, ...this.#beginningOf(first)] : [];
  }

  #enter(nodes: readonly Node[]): void {
    const completed = new Set<Node>();
    for (const node of nodes.toSorted((a, b) => a.order - b.order)) {
      this.#active.add(node);
      this.#states.push(node.key);
      if (node.kind === 'final') this.#complete(node, completed);
    }
  }

  /** A group ends with its final state, a parallel one when all of its parts have; the flow when nothing is left around it. */
  #complete({ parent }: Node, completed: Set<Node>): void {
    let above = parent?.kind === 'parallel' ? parent : (parent?.parent ?? null);
    if (parent?.kind === 'group') this.#raised.push(doneOf(parent));
    while (above?.kind === 'parallel' && !completed.has(above) && this.#hasEnded(above)) {
      completed.add(above);
      this.#raised.push(doneOf(above));
      above = above.parent;
    }
    this.#done ||= above === null;
  }

  #hasEnded(node: Node): boolean {
    if (node.kind === 'parallel') return node.children.every((child) => this.#hasEnded(child));
    return node.kind === 'group'
      ? node.children.some((child) => child.kind === 'final' && this.#active.has(child))
      : node.kind === 'final';
  }
}
