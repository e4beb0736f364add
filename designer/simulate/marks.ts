import type { SimulationReport } from '#runtime/simulate/model.ts';
import type { Played } from '#runtime/simulate/play.ts';
import type { Definition } from '#runtime/flow/model.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Path } from '../document/model.ts';
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

/** The innermost state that every case begins in; undefined where the flow says none. Pure. */
export function firstState({ flow }: CaseTypeDocument): Path | undefined {
  let pointer: Path | undefined;
  for (let group = objectOf(flow); typeof group.initial === 'string';) {
    pointer = `${pointer ?? ''}/states/${group.initial}`;
    group = objectOf(objectOf(group.states)[group.initial]);
  }
  return pointer;
}
