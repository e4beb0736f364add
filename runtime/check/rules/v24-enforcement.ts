import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Appeal, BeslutMeta, Outcome } from '../../definition/types.ts';
import type { Exploration } from '../../flow/explore.ts';
import type { FlowNode } from '../../flow/model.ts';
import { statesOf } from '../../flow/walk.ts';
import { beslutOf } from '../beslut.ts';
import type { Passage } from '../passage.ts';
import { passagesOf } from '../passage.ts';
import { problemsOf } from '../problems-of.ts';
import { reachable } from '../reachable.ts';

const { error } = problemsOf('V24');

/**
 * V24: a beslut is carried out only when it may be (FL 35 §, KL 13:14). From a beslut that is not `enforceableAtOnce`
 * every way to the phase `verkstalla`, also to what is only passed there, goes through a state that waits
 * `untilEnforceable`, or through another beslut; and nothing is carried out beside one that waits. A beslut that may not
 * be appealed has no time to wait for.
 */
export function checkEnforcement(caseType: CaseType, exploration: Exploration): Problem[] {
  const { waits, early, ends } = enforcementOf(caseType);
  const passage = passagesOf(exploration);
  return beslutOf(caseType)
    .filter(({ beslut, appeal }) => waitsForAppeal(beslut, appeal) && isCarriedOut(beslut))
    .flatMap(({ branches, pointer }) => {
      const makes = exploration.moves.filter((move) =>
        move.branches.some((taken) => branches.includes(`/flow${taken}`))
      );
      const onward = makes.filter((move) => !waits(passage(move)));
      const reached = reachable(
        exploration,
        onward.map(({ to }) => to),
        (move) => !waits(passage(move)) && !ends(passage(move))
      );
      const [state] = [
        ...makes.flatMap((move) => early(passage(move)) ?? []),
        ...exploration.moves
          .filter((move) => reached.has(move.from) && !ends(passage(move)))
          .flatMap((move) => early(passage(move)) ?? [])
      ];
      return state === undefined ? [] : [error('carried-out-too-early', pointer, { state })];
    });
}

/** FL 35 § first paragraph: only a beslut that may be appealed within a certain time has to wait for it. A rättelse moves no time. */
const waitsForAppeal = ({ changes, enforceableAtOnce }: BeslutMeta, { kind }: Appeal): boolean =>
  changes !== 'rattelse' && !enforceableAtOnce && kind !== 'ej-overklagbart';

/** What the carrying out of a beslut has to do with one step of a case. */
export function enforcementOf(caseType: CaseType) {
  // A rättelse changes nothing of what may be carried out (FL 36 §).
  const all = beslutOf(caseType).filter(({ beslut }) => beslut.changes !== 'rattelse');
  const decided = new Set(all.flatMap(({ branches }) => branches));
  const states = statesOf(caseType.flow);
  const waiting = new Set(states.filter(({ config }) => config.meta?.untilEnforceable).map(({ key }) => key));
  const carriedOut = states.filter((node) => phaseOf(node, states) === 'verkstalla' && !waiting.has(node.key));
  const waits = ({ leaves }: Passage) => leaves.some((key) => waiting.has(key));
  return {
    /** It comes to where the case waits until the beslut may be carried out. */
    waits,
    /** Another beslut is made. */
    ends: ({ branches }: Passage) => branches.some((taken) => decided.has(`/flow${taken}`)),
    /** The first state of the phase `verkstalla` that it comes to. */
    early: ({ leaves, states: passed }: Passage): string | undefined =>
      carriedOut.find(
        ({ key, config }) => config.states === undefined && (leaves.includes(key) || passed.includes(key))
      )?.key
  };
}

/** The phase that a state says it is in, or the innermost group around it. */
function phaseOf({ config, parent }: FlowNode, states: readonly FlowNode[]): string | undefined {
  const group = states.find(({ key }) => key === parent);
  return config.meta?.phase ?? (group && phaseOf(group, states));
}

/** Outcomes that grant and order nothing, so that there is nothing to carry out. */
const NOTHING_TO_DO: readonly unknown[] = [
  'avslag',
  'avvisning',
  'avskrivning',
  'erinran',
  'varning',
  'ingen-atgard',
  'overlamnande',
  'besvarat'
] satisfies Outcome[];

const isCarriedOut = ({ kind, outcome }: BeslutMeta): boolean =>
  kind !== 'verkstallighet' && !NOTHING_TO_DO.includes(outcome);
