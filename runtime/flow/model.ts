import type { StateValue } from 'xstate';
import type { CaseType } from '../definition/case-type.ts';
import type { EventMeta, FlowState, Invoke, Role } from '../definition/types.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Answers, CaseData } from '../form/model.ts';
import type { Machine } from './machine.ts';

/** A case type made ready to run. Cached by content hash; holds no case. */
export interface Definition {
  readonly caseType: CaseType;
  /** SHA-256 in hex of the canonical JSON of all parts that are behaviour. */
  readonly hash: string;
  readonly machine: Machine;
  /** Every state of the flow by its key (keys are unique in the whole flow), in document order. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** Every time that some state counts, by the event that it would fire. */
  readonly clocks: ReadonlyMap<string, Clock>;
  /** The state that starts each automation, by the automation's id. */
  readonly automations: ReadonlyMap<string, string>;
}

/** A time that a state counts while it is active. */
export interface Clock {
  readonly event: string;
  readonly state: string;
  readonly delay: string;
  /** Stands in `after`: something happens when it has run out. */
  readonly fires: boolean;
  /** Stands in `meta.deadline`: people see it. */
  readonly shown: boolean;
}

/** A state of the flow and where it stands. */
export interface FlowNode {
  readonly key: string;
  readonly config: FlowState;
  /** The group it stands in; null at the top. */
  readonly parent: string | null;
  /** JSON Pointer of the state in `flow.json`. */
  readonly pointer: string;
  /** Its place in document order. */
  readonly order: number;
}

/** A clock that runs in a case: its state counts it until it has run out or the state is left. */
export interface Timer {
  /** The event that XState waits for, `xstate.after.<delay>.<state id>`; names the clock in the flow. */
  readonly event: string;
  /** A duration or a named delay. */
  readonly delay: string;
  /** The state that counts it. */
  readonly state: string;
  /** The last day of the period (`YYYY-MM-DD`, Europe/Stockholm); null for periods in hours. */
  readonly lastDay: string | null;
  /** When it has run out, ISO 8601 in UTC. */
  readonly at: string;
}

/** An automation that was started and has not answered. A result counts only with this very `seq`. */
export interface Waiting {
  readonly id: string;
  readonly seq: number;
  readonly src: Invoke['src'];
  readonly input: JsonObject;
}

/** Everything the engine keeps of a case between steps; plain JSON. */
export interface EngineState {
  readonly value: StateValue;
  readonly status: 'active' | 'done';
  readonly data: CaseData;
  /** What fires, earliest first. */
  readonly timers: readonly Timer[];
  /** What is shown, sorted by and measured (`meta.deadline`), earliest first; stays when it has passed. */
  readonly deadlines: readonly Timer[];
  readonly waiting: readonly Waiting[];
  /** Counts started automations, so that a late result of an earlier visit is dropped. */
  readonly visits: number;
}

/** Something to do outside the step, as data. `type` is an action of the catalogue or `invoke`. */
export interface Effect {
  readonly type: string;
  readonly params: JsonObject;
}

export interface Step {
  readonly state: EngineState;
  readonly effects: readonly Effect[];
}

/** How an automation ended: what it gave, or the code of what went wrong. */
export type Outcome = { readonly output: Json } | { readonly error: string };

export type StepInput =
  /** `facts` go into `/case` and the answers into `/<form>` before the guards look. */
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly form?: string;
      readonly answers?: Answers;
      readonly facts?: JsonObject;
    }
  | { readonly kind: 'timer'; readonly event: string }
  | {
      readonly kind: 'result';
      readonly id: string;
      readonly seq: number;
      readonly outcome: Outcome;
    }
  /** Something became known outside the flow, as the day the parts got the beslut; null takes a fact away. */
  | { readonly kind: 'facts'; readonly facts: JsonObject };

/** An event that the flow expects now, and what its button asks for. */
export interface AvailableEvent {
  readonly event: string;
  readonly roles: readonly Role[];
  readonly meta: EventMeta;
}
