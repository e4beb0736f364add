import type { CaseType } from '../definition/case-type.ts';
import { hashCaseType } from '../definition/hash.ts';
import { assertSound } from './assert-sound.ts';
import { toMachine, toStateMachine } from './machine.ts';
import type { Clock, Definition, FlowNode } from './model.ts';
import { idOf, statesOf } from './walk.ts';

/**
 * Makes a case type ready to run: once per content hash, then kept. Holds nothing of any case.
 * Throws `flow.unsound` for a flow that XState would take but run wrongly.
 */
export function compile(caseType: CaseType): Definition {
  assertSound(caseType);
  const states = statesOf(caseType.flow);
  let hash: string | undefined;
  return {
    caseType,
    // A check or a simulation never asks, and it costs more than all the rest.
    get hash() {
      return (hash ??= hashCaseType(caseType));
    },
    machine: toMachine(toStateMachine(caseType)),
    nodes: new Map(states.map((node) => [node.key, node])),
    clocks: new Map(states.flatMap(clocksOf).map((clock) => [clock.event, clock])),
    automations: new Map(states.flatMap(({ key, config }) => (config.invoke ? [[config.invoke.id, key]] : [])))
  };
}

/** XState names the event of a delay by the delay and the path of its state, so keys can never be renamed under a running case. */
function clocksOf({ key, config, pointer }: FlowNode): Clock[] {
  const shown = config.meta?.deadline;
  return [...new Set([...Object.keys(config.after ?? {}), ...(shown ? [shown] : [])])].map((delay) => ({
    event: `xstate.after.${delay}.${idOf(pointer)}`,
    state: key,
    delay,
    fires: config.after !== undefined && Object.hasOwn(config.after, delay),
    shown: delay === shown
  }));
}
