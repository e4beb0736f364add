import { transition } from 'xstate';
import { runScenario } from '../runtime/case/run-scenario.ts';
import type { SimulatedStep } from '../runtime/case/simulated-case.ts';
import type { CaseType } from '../runtime/definition/case-type.ts';
import { compile } from '../runtime/flow/compile.ts';
import { availableEvents } from '../runtime/flow/available-events.ts';
import { toStateMachine, type Machine } from '../runtime/flow/machine.ts';
import type { Definition, EngineState, StepInput } from '../runtime/flow/model.ts';
import { step } from '../runtime/flow/step.ts';
import { at, isObject } from '../runtime/form/pointer.ts';
import { rulesFor } from '../runtime/simulate/made-up.ts';
import { shippedCaseTypes } from '../runtime/testing/shipped.ts';
import { report } from './figures.ts';
import { perSecond } from './measure.ts';

const ROUNDS = 7;

/**
 * (a) A step of bygglov as the product takes it (the state parsed from stored JSON; guards, timers, automations and effects; the state as
 * JSON again) against XState's own way of the same machine over the same events and data, which stand ready as objects.
 */
export async function benchSteps(): Promise<void> {
  const caseType = new Map(await shippedCaseTypes()).get('bygglov');
  if (!caseType) throw new Error('bygglov is not shipped');
  const definition = compile(caseType);
  const steps = stepsOfScenarios(caseType, definition);
  const machine = toStateMachine(caseType);
  const ours = inTurn(steps, ({ stored, input, at }) =>
    JSON.stringify(step(definition, JSON.parse(stored), input, at).state)
  );
  const yardstick = inTurn(steps, ({ taken: [value, context, type] }) =>
    transition(machine, machine.resolveState({ value, context }), { type })
  );
  const once = { rounds: 1, millis: 700 };
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: perSecond(ours, once),
    yardstick: perSecond(yardstick, once)
  }));
  report([
    {
      ...{ key: 'a', what: `a step of bygglov, rehydrated from JSON, over ${steps.length} steps of its scenarios` },
      ...{ yardstick: "XState's transition(resolveState(…))", unit: 'a second', least: 0.5, rounds }
    }
  ]);
}

interface Taken {
  /** The case before the step, as it is stored. */
  readonly stored: string;
  readonly input: StepInput;
  readonly at: Date;
  /** What the machine was asked first. */
  readonly taken: Parameters<Machine['take']>;
}

/** The steps that the scenarios of a case type take after the opening. */
function stepsOfScenarios(caseType: CaseType, definition: Definition): Taken[] {
  const steps: Taken[] = [];
  for (const scenario of Object.values(caseType.scenarios)) {
    let before: EngineState | undefined;
    let asked: Taken['taken'][] = [];
    const take: Machine['take'] = (...asks) => {
      asked.push(asks);
      return definition.machine.take(...asks);
    };
    const watch = ({ decision, at }: SimulatedStep) => {
      const [first] = asked;
      const input = before && first && inputOf(definition, before, first);
      if (before && first && input) steps.push({ stored: JSON.stringify(before), input, at, taken: first });
      before = decision.state;
      asked = [];
    };
    runScenario(rulesFor({ ...definition, machine: { ...definition.machine, take } }), scenario, watch);
  }
  return steps;
}

/** The input that made the machine be asked so; undefined for news from outside the flow, which is no event. */
function inputOf(definition: Definition, before: EngineState, [, data, event]: Taken['taken']): StepInput | undefined {
  if (event === 'smedja.facts') return undefined;
  if (event.startsWith('xstate.after.')) return { kind: 'timer', event };
  const waiting = before.waiting.find(({ id }) => event.endsWith(`.actor.${id}`));
  if (waiting) {
    const result = at(data, `/results/${waiting.id}`);
    const outcome = event.startsWith('xstate.error.') ? { error: 'failed' } : { output: result ?? null };
    return { kind: 'result', id: waiting.id, seq: waiting.seq, outcome };
  }
  const form = availableEvents(definition, before).find((one) => one.event === event)?.meta.form;
  if (form === undefined) return { kind: 'event', event };
  const answers = data[form];
  return { kind: 'event', event, form, answers: isObject(answers) ? answers : {} };
}

/** One after another, and from the beginning again. */
function inTurn<One>(all: readonly One[], run: (one: One) => unknown): () => unknown {
  let place = 0;
  return () => {
    const one = all[(place += 1) % all.length];
    return one && run(one);
  };
}
