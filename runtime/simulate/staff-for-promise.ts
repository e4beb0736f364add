import type { CaseType } from '../definition/case-type.ts';
import type { Role } from '../definition/types.ts';
import type { Assumptions } from './model.ts';
import { simulate } from './simulate.ts';

/** A promise is held when so large a share of the cases have their beslut in time. */
export const PROMISED = 0.9;
const MOST_STAFF = 64;
/** As many cases as show a queue that grows. */
const MOST_CASES = 400;

/**
 * The least number of people of a role with whom the service promise is held; null without a promise, and when no number is enough,
 * since time goes elsewhere than in their queue. Pure.
 */
export function staffForPromise(caseType: CaseType, assumed: Assumptions, role: Role): number | null {
  const isEnough = (count: number): boolean => {
    const cases = Math.min(assumed.cases, MOST_CASES);
    const { promise } = simulate(caseType, { ...assumed, cases, staff: { ...assumed.staff, [role]: count } });
    return promise !== null && promise.kept >= PROMISED * promise.of;
  };
  if (!caseType.settings.servicePromise || !isEnough(MOST_STAFF)) return null;
  let [low, high] = [1, MOST_STAFF];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
