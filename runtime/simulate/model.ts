import type { Role } from '../definition/types.ts';

export const ARRIVALS = ['any-time', 'working-hours', 'mondays'] as const;

/** What a simulation assumes of the world around the case type. Times are working hours for staff and days for everybody else. */
export interface Assumptions {
  readonly cases: number;
  /** The same seed gives the same cases and the same lives. */
  readonly seed: number;
  /** When the first case may come in. */
  readonly start: Date;
  /** How many cases come in a day, on the average. */
  readonly perDay: number;
  /** When they come: evenly, on working days in the day, or most of them on Mondays. */
  readonly arrivals: (typeof ARRIVALS)[number];
  /** How many people there are of each staff role; one where nothing is said. */
  readonly staff: Readonly<Partial<Record<Role, number>>>;
  /** How long somebody works with one step, in minutes, on the average; by event, else `otherwise`. */
  readonly minutes: Readonly<Record<string, number>> & { readonly otherwise: number };
  /** How long others take, in days, on the average; left out: an automation answers within the hour, and a beslut is received in two days. */
  readonly days: {
    readonly party: number;
    readonly authority: number;
    readonly namnd: number;
    readonly automation?: number;
    readonly receipt?: number;
  };
  /** How often each event is chosen beside the others of its state; 1 where nothing is said. */
  readonly weights: Readonly<Record<string, number>>;
  /** What an event's weight is multiplied by for each time that it was chosen in the case; left out: 1. */
  readonly again?: number;
  /** How many automations in a hundred fail. */
  readonly failures: number;
}

export const USUAL: Assumptions = {
  cases: 1000,
  seed: 1,
  start: new Date('2027-01-11T08:00:00+01:00'),
  perDay: 4,
  arrivals: 'working-hours',
  staff: { caseworker: 5, manager: 2 },
  minutes: { otherwise: 30 },
  days: { party: 6, authority: 15, namnd: 12 },
  weights: {},
  failures: 3
};

/** How long something took, in days: one in ten was quicker than `p10`, one in ten slower than `p90`. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly longest: number;
  /** How many took how long, in as many equal parts of the way to the longest. */
  readonly bins: readonly number[];
}

export interface QueueReport {
  readonly role: Role;
  readonly staff: number;
  /** Tasks that were done, and how long one waited for somebody to be free, in days. */
  readonly tasks: number;
  readonly wait: Spread;
  /** The most that waited at once. */
  readonly longest: number;
  /** The share of the working time that was worked. */
  readonly busy: number;
  /** How many people the work is enough for at 85 per cent, which leaves room for uneven days. */
  readonly needed: number;
}

/** What became of the cases. Everything but times is exact for its seed. */
export interface SimulationReport {
  readonly cases: number;
  readonly ended: number;
  /** Cases that nothing more happens in, with the states they rest in. */
  readonly resting: readonly { readonly states: string; readonly cases: number }[];
  /** Applications that the form gave no answers to. */
  readonly unopened: number;
  readonly steps: number;
  /** How often each branch was taken, by JSON Pointer into `flow.json`. */
  readonly branches: Readonly<Record<string, number>>;
  /** The ways that most cases went, state by state. */
  readonly paths: readonly { readonly states: readonly string[]; readonly cases: number }[];
  readonly ends: Readonly<Record<string, number>>;
  readonly neverVisited: readonly string[];
  readonly neverTaken: readonly string[];
  /** The share of all branches that some case took. */
  readonly covered: number;
  readonly leadTime: Spread;
  readonly phases: Readonly<Record<string, Spread>>;
  /** How long cases stay in each state, by its key. */
  readonly stays: Readonly<Record<string, Spread>>;
  readonly deadlines: readonly {
    readonly state: string;
    readonly delay: string;
    readonly started: number;
    readonly missed: number;
  }[];
  readonly queues: readonly QueueReport[];
  /** Cases that had their beslut, or their end, within the service promise; null without one. */
  readonly promise: { readonly kept: number; readonly of: number } | null;
  /** What the rules said no to, by code; 0 of all is as it should be. */
  readonly refusals: Readonly<Record<string, number>>;
}
