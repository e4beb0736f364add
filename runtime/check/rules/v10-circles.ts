import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Exploration, Move } from '../../flow/explore.ts';
import { statesOf } from '../../flow/walk.ts';
import { problemsOf } from '../problems-of.ts';
import { reachable } from '../reachable.ts';
import { passesAtOnce } from '../statuses.ts';

const { error } = problemsOf('V10');

/** V10: nothing follows on itself without an event, neither crossings nor decisions, which end in the step that begins them. */
export const checkCircles = (caseType: CaseType, exploration: Exploration): Problem[] => [
  ...crossingsInCircle(caseType, exploration),
  ...decisionsInCircle(caseType, exploration)
];

function crossingsInCircle({ flow }: CaseType, { circles }: Exploration): Problem[] {
  const distinct = new Map(circles.map(({ states }) => [states.toSorted().join(' '), states]));
  return [...distinct.values()].flatMap((circle) => {
    const [first] = statesOf(flow).filter(({ key }) => circle.includes(key));
    return first ? [error('always-in-circle', `/flow${first.pointer}`, { states: circle })] : [];
  });
}

/** A decision whose result can lead to the same decision with nothing but decisions between. */
function decisionsInCircle({ flow }: CaseType, exploration: Exploration): Problem[] {
  const deciding = statesOf(flow).filter(passesAtOnce);
  const ids = deciding.flatMap(({ config }) => config.invoke?.id ?? []);
  const isDecision = ({ trigger }: Move) =>
    (trigger?.kind === 'result' || trigger?.kind === 'failure') && ids.includes(trigger.name);
  return deciding
    .filter(({ key, config }) => {
      const first = exploration.moves.filter((move) => isDecision(move) && move.trigger?.name === config.invoke?.id);
      const after = reachable(
        exploration,
        first.map(({ to }) => to),
        isDecision
      );
      return [...after].some((place) => exploration.configurations[place]?.leaves.includes(key));
    })
    .map(({ key, pointer }) => error('decision-in-circle', `/flow${pointer}`, { state: key }));
}
