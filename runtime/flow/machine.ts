import {
  assign,
  createActor,
  createMachine,
  fromPromise,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type ExecutableActionObject,
  type StateValue
} from 'xstate';
import type { CaseType } from '../definition/case-type.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Action, Condition, Flow, FlowState } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { compute, evaluate } from '../form/evaluate.ts';
import type { CaseData, Environment } from '../form/model.ts';
import { at, put } from '../form/pointer.ts';
import { Memory } from '../memory.ts';
import { statesOf } from './walk.ts';

/** The door to XState: only this file knows it. Pure; a fault of the machine throws `flow.broken`. */
export interface Machine {
  /** Enters the flow with the case's data. */
  readonly enter: (data: CaseData) => Turn;
  /** Takes one event, with data that already holds what the event brings. */
  readonly take: (value: StateValue, data: CaseData, event: string) => Turn;
}

/** Where one event led, and what XState asked for on the way, in order. */
export interface Turn {
  readonly value: StateValue;
  readonly done: boolean;
  readonly data: CaseData;
  readonly wishes: readonly Wish[];
}

export type Wish =
  | { readonly kind: 'start-timer'; readonly event: string }
  | { readonly kind: 'stop-timer'; readonly event: string }
  /** `data` is the case as it was at that point of the step. */
  | { readonly kind: 'start-automation'; readonly id: string; readonly data: CaseData }
  | { readonly kind: 'act'; readonly type: string; readonly params: JsonObject; readonly data: CaseData };

/** A cycle of `always` that a check missed ends here and not never (XState's own limit is infinity). */
const MOST_MICROSTEPS = 200;

/** What conditions and values of a flow are evaluated in. The day of the event is `/case/today`, which every step sets. */
export function environmentOf({ settings }: Pick<CaseType, 'settings'>, data: CaseData): Environment {
  const today = at(data, '/case/today');
  return { data, today: typeof today === 'string' ? today : '', conditions: settings.conditions ?? {} };
}

/** The case type's flow as an XState machine with every name bound. */
export function toStateMachine(caseType: Pick<CaseType, 'flow' | 'settings'>): AnyStateMachine {
  const states = statesOf(caseType.flow);
  const env = (data: CaseData): Environment => environmentOf(caseType, data);
  const unbound: AnyStateMachine = createMachine({
    ...withShownClocks(caseType.flow),
    context: ({ input }: { input: CaseData }) => input ?? {},
    options: { maxIterations: MOST_MICROSTEPS }
  });
  return unbound.provide({
    guards: { when: ({ context }: Context, params: Condition) => evaluate(params, env(context)) === true },
    actions: {
      'set-field': assign(({ context }: Context, params: SetField) =>
        put(context, params.field, compute(params.value, env(context)))
      )
    },
    // A delay that is not bound fires at once. Any positive number will do: the engine keeps the time itself.
    delays: Object.fromEntries(states.flatMap(({ config }) => delaysOf(config)).map((key) => [key, 1])),
    // Without a logic for every `src` XState leaves `input` out and breaks later.
    actors: Object.fromEntries(states.flatMap(({ config }) => (config.invoke ? [[config.invoke.src, idle]] : [])))
  });
}

const delaysOf = ({ after, meta }: FlowState): string[] => [
  ...Object.keys(after ?? {}),
  ...(meta?.deadline ? [meta.deadline] : [])
];

/** A deadline that nothing follows gets an empty list in `after`, so that XState tells when its state is entered and left. */
function withShownClocks<Group extends Flow | FlowState>(group: Group): Group {
  const states = Object.entries(group.states ?? {}).map(([key, state]) => {
    const empty = state.meta?.deadline ? { [state.meta.deadline]: [] } : {};
    return [key, withShownClocks({ ...state, after: { ...empty, ...state.after } })];
  });
  return group.states ? { ...group, states: Object.fromEntries(states) } : group;
}

interface Context {
  readonly context: CaseData;
}

type SetField = Extract<Action, { type: 'set-field' }>['params'];

/** The logic of every automation inside XState: the real one is a job. */
export const idle = fromPromise(() => Promise.resolve());

/** Runs a state machine without actors. One inert scope serves every step: XState's `transition` builds one a call, which costs more than the step. */
export function toMachine(machine: AnyStateMachine): Machine {
  const self = createActor(machine, { input: {} });
  const run = (act: (scope: AnyActorScope) => AnyMachineSnapshot): Turn => {
    const wishes: Wish[] = [];
    const actionExecutor = (action: ExecutableActionObject): void => void wishes.push(...wishOf(action));
    return finish(() => act({ ...inert(self), actionExecutor }), wishes);
  };
  const resolved = new Memory<string, AnyMachineSnapshot>();
  const rehydrated = (value: StateValue, context: CaseData): AnyMachineSnapshot => ({
    ...resolved.of(JSON.stringify(value), () => machine.resolveState({ value, context: {} })),
    context
  });
  return {
    enter: (data) => run((scope) => machine.getInitialSnapshot(scope, data)),
    take: (value, data, event) => run((scope) => machine.transition(rehydrated(value, data), { type: event }, scope))
  };
}

const inert = (self: ReturnType<typeof createActor>): Omit<AnyActorScope, 'actionExecutor'> => ({
  self,
  id: '',
  sessionId: '',
  system: self.system,
  logger: () => {},
  defer: () => {},
  emit: () => {},
  stopChild: () => {}
});

function finish(act: () => AnyMachineSnapshot, wishes: readonly Wish[]): Turn {
  const snapshot = attempt(act);
  // `getInitialSnapshot` returns a failure where `transition` throws it.
  if (snapshot.status === 'error') throw new PlatformError('flow.broken', {}, snapshot.error);
  return { value: snapshot.value, done: snapshot.status === 'done', data: snapshot.context, wishes };
}

function attempt(act: () => AnyMachineSnapshot): AnyMachineSnapshot {
  try {
    return act();
  } catch (cause) {
    throw new PlatformError('flow.broken', {}, cause);
  }
}

/** Stops of automations are left out: they carry no id after rehydration; what to stop follows from the states that were left. */
function wishOf({ type, params, info }: ExecutableActionObject): Wish[] {
  if (!isObject(params))
    return type.startsWith('xstate.') ? [] : [{ kind: 'act', type, params: {}, data: info.context }];
  switch (type) {
    case 'xstate.raise':
      return [{ kind: 'start-timer', event: text(params.id) }];
    case 'xstate.cancel':
      return [{ kind: 'stop-timer', event: text(params.sendId) }];
    case 'xstate.spawnChild':
      return [{ kind: 'start-automation', id: text(params.id), data: info.context }];
    case 'xstate.stopChild':
      return [];
    default:
      return [{ kind: 'act', type, params, data: info.context }];
  }
}

const isObject = (params: unknown): params is JsonObject => typeof params === 'object' && params !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
