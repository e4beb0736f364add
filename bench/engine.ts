import { transition } from 'xstate';
import { decide } from '../runtime/case/decide.ts';
import { rulesOf } from '../runtime/case/rules.server.ts';
import { compile } from '../runtime/flow/compile.ts';
import { explore } from '../runtime/flow/explore.ts';
import { toStateMachine } from '../runtime/flow/machine.ts';
import { step } from '../runtime/flow/step.ts';
import { workedExample } from '../runtime/testing/case-types.ts';
import { oneOfEach, reachable } from '../runtime/testing/reachable.ts';
import { shippedCaseTypes } from '../runtime/testing/shipped.ts';
import { perSecond, print } from './measure.ts';

/** The engine alone: no database, no HTTP. The yardstick is XState's own rehydrated transition. */
export async function benchEngine(): Promise<void> {
  const caseType = workedExample();
  const definition = compile(caseType);
  const rules = rulesOf(definition);
  const deciding = oneOfEach(reachable(rules)).find(({ simulated }) => simulated.record.state.value === 'besluta');
  if (!deciding) throw new Error('The worked example has no state besluta.');
  const { record, now, actor } = decidingCase(deciding.simulated);
  const machine = toStateMachine(caseType);
  const { state } = record;
  const answers = { outcome: 'bifall', reasons: 'Uppfyller reglerna.' };
  const text = JSON.stringify(state);
  const command = { key: '', caseId: record.id, actor, event: 'beslut', answers };
  print('One step of the worked example (a beslut: guard, automation, two states)', [
    {
      what: "XState's transition(resolveState(…))",
      rate: perSecond(() =>
        transition(machine, machine.resolveState({ value: state.value, context: state.data }), { type: 'beslut' })
      )
    },
    {
      what: 'the same through one inert scope',
      rate: perSecond(() => definition.machine.take(state.value, state.data, 'beslut'))
    },
    {
      what: 'step(): with timers, automations, effects',
      rate: perSecond(() => step(definition, state, { kind: 'event', event: 'beslut', form: 'beslut', answers }, now))
    },
    {
      what: 'step() from and to JSON text',
      rate: perSecond(() =>
        JSON.stringify(
          step(definition, JSON.parse(text), { kind: 'event', event: 'beslut', form: 'beslut', answers }, now).state
        )
      )
    },
    {
      what: 'decide(): with access, form validation, the law of beslut',
      rate: perSecond(() => decide(rules, record, command, now))
    }
  ]);
  for (const [slug, { flow }] of [['worked example', caseType] as const, ...(await shippedCaseTypes())]) {
    const start = performance.now();
    const { configurations, moves } = explore(flow);
    const millis = Math.round(performance.now() - start);
    console.log(`  explore ${slug}: ${configurations.length} configurations, ${moves.length} moves, ${millis} ms`);
  }
}

const decidingCase = (simulated: ReturnType<typeof reachable>[number]['simulated']) => ({
  record: simulated.record,
  now: simulated.now,
  actor: simulated.actor('manager')
});
