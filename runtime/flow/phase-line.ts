import type { Phase } from '../definition/types.ts';
import { withAncestors } from './active.ts';
import type { Definition, EngineState } from './model.ts';
import { statusOf } from './status.ts';

const ORDER: readonly Phase[] = ['aktualisera', 'utreda', 'besluta', 'hantera', 'verkstalla', 'folja-upp'];

export interface PhaseStop {
  readonly phase: Phase;
  /** `skipped`: the case went past it, as a withdrawn one does. A finished case has no current stop. */
  readonly standing: 'done' | 'skipped' | 'current' | 'ahead';
}

/**
 * The phases of a flow in order, and where the case is. `visited` are keys of the states that it has been in (the
 * timeline's `to`); a phase whose states a case runs through without stopping counts as done only when it was named. Pure.
 */
export function phaseLine(definition: Definition, state: EngineState, visited: Iterable<string>): PhaseStop[] {
  const current = statusOf(definition, state).phase;
  const been = new Set([...visited].map((key) => phaseOf(definition, key)));
  const position = current === null ? -1 : ORDER.indexOf(current);
  const finished = state.status === 'done';
  const standing = (phase: Phase): PhaseStop['standing'] => {
    if (phase === current && !finished) return 'current';
    if (!finished && ORDER.indexOf(phase) > position) return 'ahead';
    return phase === current || been.has(phase) ? 'done' : 'skipped';
  };
  const used = new Set([...definition.nodes.keys()].map((key) => phaseOf(definition, key)));
  return ORDER.filter((phase) => used.has(phase)).map((phase) => ({ phase, standing: standing(phase) }));
}

/** The phase of a state, or of the group that it stands in; null for a key that the flow does not have. */
export function phaseOf(definition: Definition, key: string): Phase | null {
  const node = definition.nodes.get(key);
  const told = node && withAncestors(definition, node).find(({ config }) => config.meta?.phase);
  return told?.config.meta?.phase ?? null;
}
