import type { On } from '../definition/types.ts';
import { leavesOf, withAncestors } from './active.ts';
import { evaluate } from '../form/evaluate.ts';
import { environmentOf } from './machine.ts';
import type { AvailableEvent, Definition, EngineState } from './model.ts';

/**
 * The events that the flow expects now, whoever sends them: those of the innermost states first, in the order of `on`,
 * which is the order of the buttons. None on a finished flow (XState would still say yes). Guards are not asked: they
 * may read what the event brings, and the last branch of an event has none. `when` is: it reads the case as it stands. Pure.
 */
export function availableEvents(
  definition: Definition,
  state: Pick<EngineState, 'value' | 'status' | 'data'>
): AvailableEvent[] {
  if (state.status !== 'active') return [];
  const found = new Map<string, AvailableEvent>();
  const env = environmentOf(definition.caseType, state.data);
  const add = (on: On | undefined): void => {
    for (const [event, branches] of Object.entries(on ?? {})) {
      const meta = [branches].flat()[0]?.meta ?? {};
      const expected = meta.when === undefined || evaluate(meta.when, env) === true;
      if (expected && !found.has(event)) found.set(event, { event, roles: meta.roles ?? [], meta });
    }
  };
  const lines = leavesOf(definition, state).map((leaf) => withAncestors(definition, leaf));
  for (const line of lines) line.forEach(({ config }) => add(config.on));
  add(definition.caseType.flow.on);
  return [...found.values()];
}
