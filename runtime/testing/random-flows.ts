import type { Branch, Branches, Condition, Flow, FlowState } from '../definition/types.ts';
import { chanceOf, type Chance } from '../form/generate/chance.ts';

/**
 * A small flow of any shape that the format allows: groups in groups, parts at the same time, automations, decisions,
 * clocks, reminders, what may happen at any time. The same seed gives the same flow. Sound, but seldom sensible.
 */
export function randomFlow(seed: number): Flow {
  const chance = chanceOf(seed, 'flow');
  const count = { state: 0, event: 0, automation: 0 };
  const states = statesOf({ chance, count, depth: 0, events: EVENTS });
  const keys = Object.keys(states);
  const flow: Flow = { id: 'flow', initial: chance.pick(keys), states };
  if (!chance.happens(30)) return flow;
  const on = Object.fromEntries(
    ['aterkalla', 'avbryt'].slice(0, chance.whole(1, 2)).map((event): [string, Branches] => [
      event,
      branches(
        chance,
        keys.map((key) => `.${key}`),
        true
      )
    ])
  );
  return { id: 'flow', initial: flow.initial, on, states };
}

interface Making {
  readonly chance: Chance;
  readonly count: { state: number; event: number; automation: number };
  readonly depth: number;
  /** Events that nothing above or beside takes. */
  readonly events: readonly string[];
}

const EVENTS = ['klar', 'bifall', 'avslag', 'komplettera', 'skicka', 'svar-in', 'godkann', 'neka'];

function statesOf(making: Making): Record<string, FlowState> {
  const { chance, count } = making;
  const keys = Array.from({ length: chance.whole(1, making.depth === 0 ? 4 : 2) }, () => `s${(count.state += 1)}`);
  const all = [...keys, `s${(count.state += 1)}`];
  return Object.fromEntries(
    all.map((key, index): [string, FlowState] => [
      key,
      index === keys.length ? { type: 'final' } : stateOf(making, all)
    ])
  );
}

function stateOf(making: Making, keys: readonly string[]): FlowState {
  const { chance, depth } = making;
  const kind = chance.whole(1, depth < 2 ? 10 : 7);
  if (kind === 1) return shuffled(chance, { type: 'final', meta: { outcome: 'avslag', done: true } });
  if (kind === 2) return shuffled(chance, { always: branches(chance, keys, true), entry: actions(chance) });
  if (kind === 3) return automatic(making, keys);
  const steps = making.events.slice(0, chance.whole(1, 3));
  if (kind <= 7)
    return shuffled(chance, { meta: metaOf(chance), ...waiting(making, keys, steps), entry: actions(chance) });
  const inner = { ...making, depth: depth + 1, events: making.events.slice(3) };
  return kind === 8 && inner.events.length > 1 ? parallel(inner, keys) : group(inner, keys, steps);
}

function automatic({ chance, count }: Making, keys: readonly string[]): FlowState {
  const src = chance.pick(['decision', 'http', 'sign'] as const);
  const id = `a${(count.automation += 1)}`;
  const onDone = branches(chance, keys, true);
  const onError = branches(chance, keys, true);
  const input = src === 'decision' ? { table: 'vag' } : src === 'http' ? { connector: 'x', path: '/y' } : {};
  const invoke: FlowState = JSON.parse(JSON.stringify({ invoke: { id, src, input, onDone, onError } }));
  return shuffled(chance, { ...invoke, ...(chance.happens(40) && { after: { PT24H: branches(chance, keys, true) } }) });
}

function waiting({ chance }: Making, keys: readonly string[], events: readonly string[]): FlowState {
  return {
    on: Object.fromEntries(events.map((event): [string, Branches] => [event, branches(chance, keys, true)])),
    ...(chance.happens(50) && {
      after: Object.fromEntries(
        chance
          .some(['P14D', 'P21D', 'PT8H', 'svarstid'], 1, 3)
          .map((delay): [string, Branches] => [delay, branches(chance, keys, false)])
      )
    }),
    ...(chance.happens(15) && { always: [{ guard: guard(chance), target: chance.pick(keys) }] })
  };
}

function group(making: Making, keys: readonly string[], events: readonly string[]): FlowState {
  const { chance } = making;
  const states = statesOf(making);
  return shuffled(chance, {
    initial: chance.pick(Object.keys(states)),
    states,
    onDone: branches(chance, keys, true),
    ...(chance.happens(50) && waiting(making, keys, events))
  });
}

function parallel(making: Making, keys: readonly string[]): FlowState {
  const half = Math.floor(making.events.length / 2);
  const region = (events: readonly string[]): FlowState => {
    const states = statesOf({ ...making, events, depth: 2 });
    return { initial: Object.keys(states)[0] ?? '', states };
  };
  const name = (): string => `s${(making.count.state += 1)}`;
  const states = { [name()]: region(making.events.slice(0, half)), [name()]: region(making.events.slice(half)) };
  return shuffled(making.chance, { type: 'parallel', states, onDone: branches(making.chance, keys, true) });
}

/** One way, or several of which the last is open. */
function branches(chance: Chance, keys: readonly string[], leads: boolean): Branches {
  const one = (more: Partial<Branch>): Branch => {
    const goes = leads ? chance.happens(90) : chance.happens(40);
    const branch: Branch = {
      ...more,
      ...(goes && { target: chance.pick(keys) }),
      ...(chance.happens(30) && { actions: actions(chance) })
    };
    return shuffled(chance, { ...branch, ...(goes && chance.happens(10) && { reenter: true }) });
  };
  if (chance.happens(65)) return one(chance.happens(50) ? { meta: { roles: ['caseworker'] } } : {});
  return [...Array.from({ length: chance.whole(0, 2) }, () => one({ guard: guard(chance) })), one({})];
}

const guard = (chance: Chance): NonNullable<Branch['guard']> => ({
  type: 'when',
  params: { op: 'eq', field: '/application/kind', value: chance.pick(['å & "ä" <ö>', 'b', ']]>']) } satisfies Condition
});

const actions = (chance: Chance): NonNullable<Branch['actions']> =>
  chance.happens(50) ? [] : [{ type: 'set-field', params: { field: '/fields/x', value: chance.whole(0, 9) } }];

const metaOf = (chance: Chance): NonNullable<FlowState['meta']> => ({
  phase: 'utreda',
  waitsFor: chance.pick(['caseworker', 'applicant', 'authority'])
});

/** In another order of keys: the order is part of what a flow is. */
function shuffled<T extends object>(chance: Chance, object: T): T {
  const ranks = Object.entries(object).map((entry) => ({ entry, rank: chance.whole(0, 1000) }));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(ranks.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry)))
  );
}
