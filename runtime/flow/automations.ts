import { decideByTable } from '../form/decision-table.ts';
import type { CaseData } from '../form/model.ts';
import { activeKeys } from './active.ts';
import { AUTOMATIONS } from './catalogue.ts';
import { environmentOf, type Turn, type Wish } from './machine.ts';
import type { Definition, EngineState, Outcome, Waiting } from './model.ts';
import { computeParams } from './params.ts';

type Automations = Pick<EngineState, 'waiting' | 'visits'>;

/**
 * The automations that are waited for after a turn. One that starts takes the next number; one whose state was left is
 * no longer waited for, which is computed from the states, since XState's stops carry no id after rehydration.
 */
export function automationsAfter(definition: Definition, before: Automations, turn: Turn): Automations {
  const started = turn.wishes.filter((wish) => wish.kind === 'start-automation');
  const visits = before.visits + started.length;
  if (turn.done) return { waiting: [], visits };
  const fresh = started.map((wish, index) => begin(definition, wish, before.visits + index + 1));
  const active = new Set(activeKeys(turn.value));
  const latest = new Map([...before.waiting, ...fresh.flat()].map((waiting) => [waiting.id, waiting]));
  const waiting = [...latest.values()].filter(({ id }) => active.has(definition.automations.get(id) ?? ''));
  return { waiting, visits };
}

function begin(
  { caseType, automations, nodes }: Definition,
  { id, data }: Extract<Wish, { kind: 'start-automation' }>,
  seq: number
): Waiting[] {
  const invoke = nodes.get(automations.get(id) ?? '')?.config.invoke;
  if (!invoke) return [];
  const input = computeParams(invoke.input, environmentOf(caseType, data));
  return [{ id, seq, src: invoke.src, input }];
}

export const without = ({ waiting, visits }: Automations, ended: Waiting): Automations => ({
  waiting: waiting.filter((other) => other !== ended),
  visits
});

/** Ends inside the step. */
export const isPure = ({ src }: Waiting): boolean => Object.hasOwn(AUTOMATIONS, src) && AUTOMATIONS[src].pure;

/** Runs a pure automation: there is one, the decision table. */
export function runPure({ caseType }: Definition, { input }: Waiting, data: CaseData): Outcome {
  const table = typeof input['table'] === 'string' ? caseType.decisions[input['table']] : undefined;
  return table ? decideByTable(table, environmentOf(caseType, data)) : { error: 'decision.no_table' };
}
