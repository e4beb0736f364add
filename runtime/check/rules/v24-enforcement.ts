import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { BeslutMeta, Outcome } from '../../definition/types.ts';
import type { Exploration } from '../../flow/explore.ts';
import { statesOf } from '../../flow/walk.ts';
import { beslutOf } from '../beslut.ts';
import { problemsOf } from '../problems-of.ts';
import { reachable } from '../reachable.ts';

const { error } = problemsOf('V24');

/**
 * V24: a beslut is carried out only when it may be (FL 35 §, KL 13:14). From a beslut that is not `enforceableAtOnce`
 * every way to the phase `verkstalla` goes through a state that waits `untilEnforceable`, or through another beslut.
 */
export function checkEnforcement(caseType: CaseType, exploration: Exploration): Problem[] {
  // A rättelse changes nothing of what may be carried out (FL 36 §).
  const all = beslutOf(caseType).filter(({ beslut }) => beslut.changes !== 'rattelse');
  const decided = new Set(all.flatMap(({ branches }) => branches));
  const states = statesOf(caseType.flow);
  const waiting = new Set(states.filter(({ config }) => config.meta?.untilEnforceable).map(({ key }) => key));
  const carriedOut = states.filter(({ config }) => config.meta?.phase === 'verkstalla').map(({ key }) => key);
  const leaves = (place: number) => exploration.configurations[place]?.leaves ?? [];
  return all
    .filter(({ beslut }) => !beslut.enforceableAtOnce && isCarriedOut(beslut))
    .flatMap(({ branches, pointer }) => {
      const makes = exploration.moves.filter((move) =>
        move.branches.some((taken) => branches.includes(`/flow${taken}`))
      );
      const reached = reachable(
        exploration,
        makes.map(({ to }) => to).filter((place) => !leaves(place).some((key) => waiting.has(key))),
        (move) =>
          !leaves(move.to).some((key) => waiting.has(key)) &&
          !move.branches.some((taken) => decided.has(`/flow${taken}`))
      );
      const [early] = carriedOut.filter((key) => [...reached].some((place) => leaves(place).includes(key)));
      return early === undefined ? [] : [error('carried-out-too-early', pointer, { state: early })];
    });
}

/** Outcomes that grant and order nothing, so that there is nothing to carry out. */
const NOTHING_TO_DO: readonly unknown[] = [
  'avslag',
  'avvisning',
  'avskrivning',
  'ingen-atgard',
  'overlamnande',
  'besvarat'
] satisfies Outcome[];

const isCarriedOut = ({ kind, outcome }: BeslutMeta): boolean =>
  kind !== 'verkstallighet' && !NOTHING_TO_DO.includes(outcome);
