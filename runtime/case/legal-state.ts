import { isOpen } from '../access/allowed.ts';
import type { LegalState } from '../definition/types.ts';
import type { Decision } from './model.ts';

const STATES: Readonly<Record<LegalState, true>> = {
  oppet: true,
  vilande: true,
  avslutat: true,
  makulerat: true,
  'ad-acta': true
};

/** The state of the case as an ärende after a step: what the flow set last, and closed when the flow has finished. Pure. */
export function legalStateAfter(
  before: LegalState,
  { state, effects }: Pick<Decision, 'state' | 'effects'>
): LegalState {
  const set = effects.findLast(({ type }) => type === 'set-legal-state')?.params['state'];
  const wanted = isLegalState(set) ? set : before;
  return state.status === 'done' && isOpen(wanted) ? 'avslutat' : wanted;
}

const isLegalState = (value: unknown): value is LegalState => typeof value === 'string' && Object.hasOwn(STATES, value);
