import { leavesOf, withAncestors } from './active.ts';
import { evaluate } from '../form/evaluate.ts';
import { Memory } from '../memory.ts';
import { environmentOf } from './machine.ts';
import type { AvailableEvent, Definition, EngineState } from './model.ts';

/**
 * The events that the flow expects now, whoever sends them: those of the innermost states first, in the order of `on`,
 * which is the order of the buttons. None on a finished flow (XState would still say yes). Guards are not asked: they
 * may read what the event brings, and the last branch of an event has none. `when` is: it reads the case as it stands. Pure.
 */
export function availableEvents(definition: Definition, state: Standing): readonly AvailableEvent[] {
  const known = KNOWN.get(state);
  if (known?.definition === definition) return known.events;
  const events = eventsOf(definition, state);
  KNOWN.set(state, { definition, events });
  return events;
}

type Standing = Pick<EngineState, 'value' | 'status' | 'data'>;

/** A state is never changed in place, and one step asks several times what it expects. */
const KNOWN = new WeakMap<Standing, { readonly definition: Definition; readonly events: readonly AvailableEvent[] }>();

function eventsOf(definition: Definition, state: Standing): AvailableEvent[] {
  if (state.status !== 'active') return [];
  const env = environmentOf(definition.caseType, state.data);
  const found = new Map<string, AvailableEvent>();
  for (const available of expectedIn(definition, state)) {
    const { event, meta } = available;
    if (found.has(event) || (meta.when !== undefined && evaluate(meta.when, env) !== true)) continue;
    found.set(event, available);
  }
  return [...found.values()];
}

const EXPECTED = new WeakMap<Definition, Memory<string, readonly AvailableEvent[]>>();

/** The events of everything that is active, whatever the case holds. */
function expectedIn(definition: Definition, state: Standing): readonly AvailableEvent[] {
  const known = EXPECTED.get(definition) ?? new Memory();
  EXPECTED.set(definition, known);
  return known.of(JSON.stringify(state.value), () => {
    const lines = leavesOf(definition, state).flatMap((leaf) => withAncestors(definition, leaf));
    return [...lines.map(({ config }) => config.on), definition.caseType.flow.on].flatMap((on) =>
      Object.entries(on ?? {}).map(([event, branches]) => {
        const meta = [branches].flat()[0]?.meta ?? {};
        return { event, roles: meta.roles ?? [], meta };
      })
    );
  });
}
