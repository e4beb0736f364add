import type { MovableClock } from '../ports/clock.ts';

/** A clock that stands still until it is moved. */
export function fixedClock(start: Date): MovableClock {
  let at = start;
  return {
    now: () => new Date(at),
    moveTo(instant) {
      if (instant > at) at = instant;
    }
  };
}
