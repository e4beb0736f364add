import type { Scenario, ScenarioStep } from '../../definition/types.ts';
import { addDays, addMonths, daysBetween, startOfDay, stockholmDay, weekday, type Day } from '../../time/day.ts';
import { parsePeriod } from '../../time/period.ts';

/** When one thing of a case happens. */
export interface Moment {
  readonly at: Date;
  /** Null: the case is opened. */
  readonly step: ScenarioStep | null;
  /** Its place among the steps of the scenario; -1 for the opening. */
  readonly index: number;
  /** How many days later than in the scenario it happens: its dates are moved as far. */
  readonly shift: number;
}

export interface Pace {
  /** Hours from one thing that somebody does to the next, about. */
  readonly hours: number;
  /** Gives numbers from 0 to 1, always the same ones. */
  readonly random: () => number;
}

const HOUR_MS = 3_600_000;
const OPENS = 8;
const CLOSES = 16.5;

/** The moments of the first steps of a scenario, what people do in office hours, so that the last of them is past at `end`. Pure. */
export function scheduleOf(scenario: Scenario, steps: number, { end, pace }: { end: Date; pace: Pace }): Moment[] {
  const taken = scenario.steps.slice(0, steps);
  const rolls = [scenario, ...taken].map(() => pace.random());
  const starting = (day: Day) => momentsFrom(day, { scenario, taken, rolls, hours: pace.hours });
  let day = stockholmDay(end);
  let moments = starting(day);
  for (let last = moments.at(-1); last && last.at > end; last = moments.at(-1)) {
    day = addDays(day, -Math.max(1, daysBetween(stockholmDay(end), stockholmDay(last.at))));
    moments = starting(day);
  }
  return moments;
}

interface Course {
  readonly scenario: Scenario;
  readonly taken: readonly ScenarioStep[];
  readonly rolls: readonly number[];
  readonly hours: number;
}

function momentsFrom(day: Day, { scenario, taken, rolls, hours }: Course): Moment[] {
  let at = inOffice(new Date(startOfDay(day).getTime() + (OPENS + 6 * (rolls[0] ?? 0)) * HOUR_MS));
  let told = new Date(scenario.now);
  const shift = () => daysBetween(stockholmDay(told), stockholmDay(at));
  const moments: Moment[] = [{ at, step: null, index: -1, shift: shift() }];
  for (const [index, step] of taken.entries()) {
    if (step.wait !== undefined) [at, told] = [later(at, step.wait), later(told, step.wait)];
    if (step.event !== undefined)
      at = inOffice(new Date(at.getTime() + hours * HOUR_MS * (0.5 + (rolls[index + 1] ?? 0))));
    moments.push({ at, step, index, shift: shift() });
  }
  return moments;
}

/** The same instant, or the next when people are at work. */
function inOffice(instant: Date): Date {
  const day = stockholmDay(instant);
  const hour = (instant.getTime() - startOfDay(day).getTime()) / HOUR_MS;
  const isWorkday = weekday(day) % 6 !== 0;
  if (isWorkday && hour >= OPENS && hour <= CLOSES) return instant;
  const next = isWorkday && hour < OPENS ? day : nextWorkday(day);
  return new Date(startOfDay(next).getTime() + (OPENS + (instant.getTime() % HOUR_MS) / HOUR_MS) * HOUR_MS);
}

function nextWorkday(day: Day): Day {
  let next = addDays(day, 1);
  while (weekday(next) % 6 === 0) next = addDays(next, 1);
  return next;
}

function later(from: Date, text: string): Date {
  const period = parsePeriod(text);
  if (!period) return from;
  const day = stockholmDay(from);
  const timeOfDay = from.getTime() - startOfDay(day).getTime();
  const target = addDays(addMonths(day, period.months), period.days);
  return new Date(startOfDay(target).getTime() + timeOfDay + period.hours * HOUR_MS);
}
