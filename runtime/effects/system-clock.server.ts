import type { Clock, MovableClock } from '../ports/clock.ts';

export const systemClock: Clock = { now: () => new Date() };

/** The system's clock with a lead that only grows: it runs on after it was moved. For demo. */
export function movableClock(): MovableClock {
  let lead = 0;
  const now = () => new Date(Date.now() + lead);
  return {
    now,
    moveTo(instant) {
      lead += Math.max(0, instant.getTime() - now().getTime());
    }
  };
}
