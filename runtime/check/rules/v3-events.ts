import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Flow, FlowState } from '../../definition/types.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V3');

/** An event occurs once on any path from the root to a leaf, and never in two regions, so that one button does one thing. */
export function checkEvents({ flow }: CaseType): Problem[] {
  const problems: Problem[] = [];
  const visit = (group: Flow | FlowState, pointer: string, above: ReadonlySet<string>): Set<string> => {
    const own = Object.keys(group.on ?? {});
    for (const event of own.filter((name) => above.has(name)))
      problems.push(error('event-repeated-on-path', `${pointer}/on/${event}`, { event }));
    const below = Object.entries(group.states ?? {}).map(([key, state]) => {
      const place = `${pointer}/states/${key}`;
      return { place, events: visit(state, place, new Set([...above, ...own])) };
    });
    if ('type' in group && group.type === 'parallel') problems.push(...sharedByRegions(below));
    return new Set([...own, ...below.flatMap(({ events }) => [...events])]);
  };
  visit(flow, '/flow', new Set());
  return problems;
}

function sharedByRegions(regions: readonly { place: string; events: ReadonlySet<string> }[]): Problem[] {
  return regions.flatMap(({ place, events }, index) => {
    const earlier = new Set(regions.slice(0, index).flatMap((region) => [...region.events]));
    return [...events]
      .filter((event) => earlier.has(event))
      .map((event) => error('event-in-two-regions', place, { event }));
  });
}
