/** Where `now` comes from. Only what stands at the edge (a route, the worker) asks it; the engine is told. */
export interface Clock {
  now(): Date;
}

/** A clock that can be put forward: demo and tests. Time never goes back, since the timeline is in order. */
export interface MovableClock extends Clock {
  /** Puts the clock to `instant`; one that has passed already changes nothing. */
  moveTo(instant: Date): void;
}
