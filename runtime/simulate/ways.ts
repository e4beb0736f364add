import type { FlowState } from '../definition/types.ts';
import { withAncestors } from '../flow/active.ts';
import type { Definition, FlowNode } from '../flow/model.ts';

/** The events that lead on from where a case stands, and those that may come at any time. */
interface Ways {
  readonly own: ReadonlySet<string>;
  readonly aside: ReadonlySet<string>;
}

/** The ways from each state of a flow, found when they are first asked for. */
export function waysIn(definition: Definition): (leaf: FlowNode) => Ways {
  const ways = new Map<string, Ways>();
  return (leaf) => {
    const known = ways.get(leaf.key) ?? waysFrom(definition, leaf);
    ways.set(leaf.key, known);
    return known;
  };
}

/** Its own are those of the nearest state around it that has any, where it does not go on by itself. */
function waysFrom(definition: Definition, leaf: FlowNode): Ways {
  const around = withAncestors(definition, leaf).map(({ config }) => config.on);
  const levels = [...around, definition.caseType.flow.on].map((on) => Object.keys(on ?? {}));
  const first = levels.findIndex((events) => events.length > 0);
  const nearest = goesOnByItself(leaf.config) ? 0 : Math.max(0, first);
  return { own: new Set(levels[nearest]), aside: new Set(levels.slice(nearest + 1).flat()) };
}

/** Nobody need do anything: an automation answers, or time does. */
export const goesOnByItself = ({ invoke, after = {}, always }: FlowState): boolean =>
  invoke !== undefined ||
  always !== undefined ||
  Object.values(after).some((branches) => [branches].flat().some((branch) => branch.target !== undefined));
