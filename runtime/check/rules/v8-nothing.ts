import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Branch, Flow, FlowState } from '../../definition/types.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';

/** V8, of buttons: pressing one does something: leads on, asks for a form, or has something done. */
export const checkNothing = ({ flow }: CaseType): Problem[] =>
  placesOf(flow).flatMap(({ config, pointer }: { config: Flow | FlowState; pointer: string }) =>
    Object.entries(config.on ?? {})
      .filter(([, list]) => [list].flat().every(isIdle))
      .map(([event]) => problemsOf('V8').error('does-nothing', `${pointer}/on/${event}`, { event }))
  );

const isIdle = ({ target, actions = [], meta, reenter }: Branch): boolean =>
  target === undefined && actions.length === 0 && meta?.form === undefined && !reenter;
