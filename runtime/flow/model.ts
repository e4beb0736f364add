import type { AnyStateMachine, StateValue } from 'xstate';
import type { CaseType } from '../definition/case-type.ts';
import type { EventMeta, FlowState, Role } from '../definition/types.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Answers, CaseData } from '../form/model.ts';

/** A case type made ready to run. Cached by content hash; holds no case. */
export interface Definition {
  readonly caseType: CaseType;
  /** SHA-256 in hex of the canonical JSON of all parts that are behaviour. */
  readonly hash: string;
  readonly machine: AnyStateMachine;
  /** Every state of the flow by its key (keys are unique in the whole flow). */
  readonly nodes: ReadonlyMap<string, FlowState>;
}

/** A running clock of a case: fires `event` at `at` unless its state is left before. */
export interface Timer {
  /** The event that XState waits for, `xstate.after.<delay>.<state id>`. */
  readonly event: string;
  /** The key in `after`: a duration or a named delay. */
  readonly delay: string;
  /** The state that started it. */
  readonly state: string;
  /** The last day of the period (`YYYY-MM-DD`, Europe/Stockholm); null for periods in hours. */
  readonly lastDay: string | null;
  /** When it fires, ISO 8601 in UTC. */
  readonly at: string;
}

/** An automation that was started and has not answered. A result counts only with this very `seq`. */
export interface Waiting {
  readonly id: string;
  readonly seq: number;
  readonly src: string;
  readonly input: JsonObject;
}

/** Everything the engine keeps of a case between steps; plain JSON. */
export interface EngineState {
  readonly value: StateValue;
  readonly status: 'active' | 'done';
  readonly data: CaseData;
  readonly timers: readonly Timer[];
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

export type StepInput =
  | { readonly kind: 'event'; readonly event: string; readonly form?: string; readonly answers?: Answers }
  | { readonly kind: 'timer'; readonly event: string }
  | {
      readonly kind: 'result';
      readonly id: string;
      readonly seq: number;
      readonly outcome: { readonly output: Json } | { readonly error: string };
    };

/** An event that the flow expects now, and what its button asks for. */
export interface AvailableEvent {
  readonly event: string;
  readonly roles: readonly Role[];
  readonly meta: EventMeta;
}
