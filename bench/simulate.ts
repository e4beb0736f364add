import { transition } from 'xstate';
import { runScenario } from '../runtime/case/run-scenario.ts';
import { compile } from '../runtime/flow/compile.ts';
import { toStateMachine, type Machine } from '../runtime/flow/machine.ts';
import { rulesFor } from '../runtime/simulate/made-up.ts';
import { USUAL } from '../runtime/simulate/model.ts';
import { simulate } from '../runtime/simulate/simulate.ts';
import { shippedCaseTypes } from '../runtime/testing/shipped.ts';
import { perSecond, print } from './measure.ts';

/** At least this share of XState's own speed: a whole step with access, forms, time and queues costs no more than that. */
const LEAST = 0.3;
const CASES = 1500;

/** The mass simulation of bygglov against XState's rehydrated transition of the same machine, over the same steps that its scenarios take. */
export async function benchSimulation(): Promise<void> {
  const [, caseType] = (await shippedCaseTypes()).find(([slug]) => slug === 'bygglov') ?? [];
  if (!caseType) throw new Error('bygglov is not shipped');
  const definition = compile(caseType);
  const taken: Parameters<Machine['take']>[] = [];
  const take: Machine['take'] = (...step) => {
    taken.push(step);
    return definition.machine.take(...step);
  };
  const rules = rulesFor({ ...definition, machine: { ...definition.machine, take } });
  for (const scenario of Object.values(caseType.scenarios)) runScenario(rules, scenario);
  const machine = toStateMachine(caseType);
  let place = 0;
  const yardstick = perSecond(() => {
    const [value, context, type] = taken[(place += 1) % taken.length] ?? ['', {}, ''];
    return transition(machine, machine.resolveState({ value, context }), { type });
  });
  simulate(caseType, { ...USUAL, cases: 100 });
  const start = performance.now();
  const { steps } = simulate(caseType, { ...USUAL, cases: CASES });
  const rate = (steps * 1000) / (performance.now() - start);
  print(`A simulation of ${CASES} cases of bygglov, in steps`, [
    { what: "XState's transition(resolveState(…)) of the same machine", rate: yardstick },
    { what: 'simulate(): with access, forms, time, queues and the report', rate }
  ]);
  if (rate < LEAST * yardstick) process.exitCode = 1;
}
