import { describe, expect, it } from 'vitest';
import type { Flow } from '../definition/types.ts';
import { explorerByXState } from '../testing/explorer-by-xstate.ts';
import { randomFlow } from '../testing/random-flows.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { explore } from './explore.ts';
import { explorerOf, type Outcomes } from './explorer.ts';

/** Where a step can lead, whatever order the ways are found in. */
const ways = ({ landings, circles, capped }: Outcomes) => ({
  capped,
  circles: circles.length,
  landings: landings
    .map(({ leaves, done, states, branches }) => JSON.stringify([leaves, done, states.toSorted(), branches.toSorted()]))
    .toSorted()
});

/** Compares every step of so many configurations. */
function compare(flow: Flow, most: number): void {
  const [own, xstate] = [explorerOf(flow), explorerByXState(flow)];
  expect(ways(own.outcomes([], null))).toEqual(ways(xstate.outcomes([], null)));
  for (const { leaves, done } of explore(flow)
    .configurations.filter(({ done }) => !done)
    .slice(0, most)) {
    expect(done).toBe(false);
    const triggers = own.triggers(leaves);
    expect(triggers).toEqual(xstate.triggers(leaves));
    for (const [event] of triggers)
      expect(ways(own.outcomes(leaves, event)), `${event} in ${leaves.join(' ')}`).toEqual(
        ways(xstate.outcomes(leaves, event))
      );
  }
}

const shipped = await shippedCaseTypes();

describe('the explorer', () => {
  it('steps as XState does, in flows of any shape', () => {
    for (let seed = 1; seed <= 150; seed += 1) compare(randomFlow(seed), 12);
  }, 60_000);

  it.each(shipped)(
    'steps as XState does in the flow of %s',
    (_, { flow }) => {
      compare(flow, 15);
    },
    60_000
  );
});
