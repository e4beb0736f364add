import type { CaseType } from '../../definition/case-type.ts';
import type { Chance } from '../../form/generate/chance.ts';
import { eventsIn } from '../../simulate/cast.ts';
import { USUAL } from '../../simulate/model.ts';
import { scriptOf } from '../../simulate/script.ts';
import type { Manner } from './every-sight.ts';
import { loadOf } from './load.ts';

/** How long somebody works with one thing, in minutes, on the average. */
const MINUTES = 45;
/** So many in a hundred of the curious go the way of a scenario first. */
const LED = 60;
/** What nobody has done yet draws so much more: what may happen at any time is seldom chosen otherwise. */
const NEW = 50;

/** How most people are. */
export function usualManner({ settings, flow }: CaseType): Manner {
  const { weights } = loadOf(settings.slug);
  const { days, failures } = USUAL;
  return {
    ...{ days, failures, minutes: { otherwise: MINUTES } },
    weights: Object.fromEntries(eventsIn(flow).map((event) => [event, weights(event)]))
  };
}

/** How often something was done in a state. */
export type Done = ReadonlyMap<string, number>;
export const doneIn = (event: string, state: string): string => `${state} ${event}`;

/**
 * How those are who do what such have done the least: some are quick, some let every time run out, some would rather do nothing. Some
 * go the first part of a way that a scenario tells, so that they come also where few do.
 */
export function curiousManner({ scenarios }: CaseType, chance: Chance, done: Done): Manner {
  const before = new Map(done);
  const [key, scenario] = chance.pick(Object.entries(scenarios));
  const led = { scenario: key, events: chance.whole(1, scriptOf(scenario).length) };
  const eager = chance.pick([100, 100, 100, 0.3]);
  return {
    ...(chance.happens(LED) && { follows: led }),
    ...{ failures: 30, weights: {}, minutes: { otherwise: MINUTES * chance.pick([1, 1, 30, 300]) } },
    days: {
      party: chance.pick([2, 6, 40]),
      authority: chance.pick([5, 15, 250]),
      namnd: USUAL.days.namnd,
      automation: chance.pick([1 / 24, 1 / 24, 10]),
      receipt: chance.pick([2, 2, 50])
    },
    drawnTo: (event, state) => {
      const times = before.get(doneIn(event, state)) ?? 0;
      return times === 0 ? eager * NEW : eager / (1 + times) ** 2;
    }
  };
}

/** How those are who do what a scenario tells as soon as they may, and let times run out where it does. */
export const followingManner = (scenario: string): Manner => ({
  ...{ follows: { scenario, events: Infinity }, failures: 0, weights: {}, minutes: { otherwise: MINUTES } },
  days: { ...USUAL.days, party: 2, authority: 5, namnd: 5 }
});
