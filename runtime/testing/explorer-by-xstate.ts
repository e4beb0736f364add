import { assign, createMachine, type AnyStateNodeConfig, type AnyStateMachine, type StateValue } from 'xstate';
import type { Branches, Condition, Flow, FlowState } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { activeNodes, leavesOf } from '../flow/active.ts';
import type { Landing, Outcomes, Trigger } from '../flow/explorer.ts';
import { idle, toMachine } from '../flow/machine.ts';
import type { FlowNode } from '../flow/model.ts';
import { idOf, statesOf } from '../flow/walk.ts';

const MOST_COMBINATIONS = 2_000;
const MOST_MICROSTEPS = 100;

/** The explorer as XState itself would have it, slow and beyond doubt: what the quick one is held against. */
export function explorerByXState(flow: Flow) {
  const nodes = new Map(statesOf(flow).map((node) => [node.key, node]));
  const run: Run = { choices: [], asked: new Map(), states: [], branches: [] };
  const machine = toMachine(markedMachine(flow, run));
  const values = new Map<string, StateValue>();
  const land = (value: StateValue, event: string | null, choices: readonly boolean[]): Landing | null => {
    Object.assign(run, { choices, asked: new Map(), states: [], branches: [] });
    try {
      const turn = event === null ? machine.enter({}) : machine.take(value, {}, event);
      const leaves = leavesOf({ nodes }, turn).map(({ key }) => key);
      values.set(leaves.join(' '), turn.value);
      return { leaves, done: turn.done, states: run.states, branches: run.branches };
    } catch (error) {
      if (isCircle(error)) return null;
      throw error;
    }
  };
  const valueOf = (leaves: readonly string[]): StateValue => values.get(leaves.join(' ')) ?? {};
  const outcomes = (leaves: readonly string[], event: string | null): Outcomes => {
    const landings: Landing[] = [];
    const circles: string[][] = [];
    let choices: readonly boolean[] | null = [];
    for (let count = 0; choices && count < MOST_COMBINATIONS; count += 1) {
      const landing = land(valueOf(leaves), event, choices);
      if (landing) landings.push(landing);
      else circles.push([...new Set(run.states.slice(-MOST_MICROSTEPS / 2))]);
      choices = nextChoices([...run.asked.values()]);
    }
    return { landings, circles, capped: choices !== null };
  };
  return {
    triggers: (leaves: readonly string[]) => triggersOf(flow, activeNodes({ nodes }, valueOf(leaves))),
    outcomes
  };
}

/** One attempt: the answers that guards are to give in the order they are first asked (then no), and the marks it left. */
interface Run {
  readonly choices: readonly boolean[];
  readonly asked: Map<Condition, boolean>;
  readonly states: string[];
  readonly branches: string[];
}

/** The combination after this one, counting in binary with the guard that was asked last as the lowest digit; null after all yes. */
function nextChoices(answers: readonly boolean[]): boolean[] | null {
  const last = answers.lastIndexOf(false);
  return last < 0 ? null : [...answers.slice(0, last), true];
}

function triggersOf(flow: Flow, active: readonly FlowNode[]): [string, Trigger][] {
  const named = (kind: Trigger['kind'], names: object = {}, prefix = '', suffix = ''): [string, Trigger][] =>
    Object.keys(names).map((name) => [`${prefix}${name}${suffix}`, { kind, name }]);
  const own = active.flatMap(({ config: { on, after, invoke }, pointer }) => [
    ...named('event', on),
    ...named('timer', after, 'xstate.after.', `.${idOf(pointer)}`),
    ...(invoke ? named('result', { [invoke.id]: 0 }, 'xstate.done.actor.') : []),
    ...(invoke ? named('failure', { [invoke.id]: 0 }, 'xstate.error.actor.') : [])
  ]);
  return [...new Map([...own, ...named('event', flow.on)])];
}

function markedMachine(flow: Flow, run: Run): AnyStateMachine {
  const machine: AnyStateMachine = createMachine({
    ...marked(flow, ''),
    id: 'flow',
    context: {},
    options: { maxIterations: MOST_MICROSTEPS }
  });
  const states = statesOf(flow);
  return machine.provide({
    guards: { when: (_: unknown, condition: Condition) => answerOf(run, condition) },
    actions: {
      entered: assign((_: unknown, { name }: Mark) => void run.states.push(name)),
      took: assign((_: unknown, { name }: Mark) => void run.branches.push(name))
    },
    delays: Object.fromEntries(states.flatMap(({ config }) => Object.keys(config.after ?? {}).map((key) => [key, 1]))),
    actors: Object.fromEntries(states.flatMap(({ config }) => (config.invoke ? [[config.invoke.src, idle]] : [])))
  });
}

interface Mark {
  readonly name: string;
}

/** A guard that is asked twice in one step answers the same, as it would with data. */
function answerOf(run: Run, condition: Condition): boolean {
  const answer = run.asked.get(condition) ?? run.choices[run.asked.size] ?? false;
  run.asked.set(condition, answer);
  return answer;
}

function marked(group: Flow | FlowState, pointer: string): AnyStateNodeConfig {
  const state: FlowState = 'id' in group ? stateOfRoot(group) : group;
  const { type, initial, invoke, always, after, on, onDone, states } = state;
  const branches = (list: Branches, place: string) =>
    [list].flat().map(({ guard, target, reenter }, index) => ({
      ...(guard && { guard }),
      ...(target !== undefined && { target }),
      ...(reenter && { reenter }),
      actions: [{ type: 'took', params: { name: Array.isArray(list) ? `${place}/${index}` : place } }]
    }));
  const lists = (named: Readonly<Record<string, Branches>> = {}, place: string) =>
    mapEntries(named, (list, name) => branches(list, `${pointer}/${place}/${name}`));
  return {
    ...(type && { type }),
    ...(initial && { initial }),
    entry: pointer === '' ? [] : [{ type: 'entered', params: { name: pointer.slice(pointer.lastIndexOf('/') + 1) } }],
    ...(states && { states: mapEntries(states, (inner, key) => marked(inner, `${pointer}/states/${key}`)) }),
    ...(invoke && {
      invoke: {
        id: invoke.id,
        src: invoke.src,
        onDone: branches(invoke.onDone, `${pointer}/invoke/onDone`),
        onError: branches(invoke.onError, `${pointer}/invoke/onError`)
      }
    }),
    ...(always && { always: branches(always, `${pointer}/always`) }),
    ...(onDone && { onDone: branches(onDone, `${pointer}/onDone`) }),
    after: lists(after, 'after'),
    on: lists(on, 'on')
  };
}

const stateOfRoot = ({ initial, on, states }: Flow): FlowState => ({ initial, states, ...(on && { on }) });

const mapEntries = <From, To>(object: Readonly<Record<string, From>>, change: (value: From, key: string) => To) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

const isCircle = (error: unknown): boolean =>
  error instanceof PlatformError && error.cause instanceof Error && error.cause.message.startsWith('Infinite loop');
