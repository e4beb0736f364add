import type { Exploration, Move } from '../flow/explore.ts';

/** The places that some moves lead to from where one starts; the starts are among them. */
export function reachable(
  { moves }: Exploration,
  starts: readonly number[],
  passable: (move: Move) => boolean
): Set<number> {
  const onward = Map.groupBy(moves.filter(passable), ({ from }) => from);
  const found = new Set(starts);
  const queue = [...starts];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const { to } of onward.get(place) ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      queue.push(to);
    }
  }
  return found;
}
