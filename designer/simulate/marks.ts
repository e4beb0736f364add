import type { SimulationReport } from '#runtime/simulate/model.ts';
import type { Played } from '#runtime/simulate/play.ts';
import type { Definition } from '#runtime/flow/model.ts';
import type { Marks } from '../flow/canvas/marks.ts';

/** How many cases took each way, and what none came to. Pure. */
export const marksOfReport = ({ branches, neverTaken }: SimulationReport): Marks => ({
  ...Object.fromEntries(neverTaken.map((pointer) => [pointer, { tone: 'never' as const }])),
  ...Object.fromEntries(
    Object.entries(branches).map(([pointer, count]) => [pointer, { count, tone: 'passed' as const }])
  )
});

/** Where a played case stands and what it has passed. Pure. */
export function marksOfPlay({ moments }: Played, { nodes }: Pick<Definition, 'nodes'>): Marks {
  const passed = moments.flatMap((moment) => moment.passed);
  const now = moments.at(-1)?.states.flatMap((key) => nodes.get(key)?.pointer ?? []) ?? [];
  return Object.fromEntries([
    ...passed.map((pointer) => [pointer, { tone: 'passed' as const }]),
    ...now.map((pointer) => [pointer, { tone: 'now' as const }])
  ]);
}
