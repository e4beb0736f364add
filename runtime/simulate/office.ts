import type { Role } from '../definition/types.ts';
import { addDays, startOfDay, stockholmDay, type Day } from '../time/day.ts';
import { isWorkingDay } from '../time/working-days.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Eight to twelve and one to five make eight hours; where lunch lies changes nothing here. */
const OPENS = 8;
const HOURS = 8;

export interface Task {
  readonly asked: number;
  readonly begun: number;
  readonly minutes: number;
}

/** The people of an organ: who asks first is served first by whoever is free first, on working days. */
export class Office {
  readonly #staff: Readonly<Partial<Record<Role, number>>>;
  readonly #free = new Map<Role, number[]>();
  readonly #days: { readonly from: number; readonly to: number }[] = [];
  readonly tasks = new Map<Role, Task[]>();
  #next: Day;

  constructor(staff: Readonly<Partial<Record<Role, number>>>, start: Date) {
    this.#staff = staff;
    this.#next = stockholmDay(start);
  }

  staffOf(role: Role): number {
    return Math.max(1, this.#staff[role] ?? 1);
  }

  /** When a task that is asked for now is done. */
  work(role: Role, asked: number, minutes: number): number {
    const free = this.#free.get(role) ?? Array.from({ length: this.staffOf(role) }, () => 0);
    this.#free.set(role, free);
    const who = free.reduce((best, at, place) => (at < (free[best] ?? 0) ? place : best), 0);
    const begun = this.#after(Math.max(asked, free[who] ?? 0), 0);
    const done = this.#after(begun, minutes);
    free[who] = done;
    const tasks = this.tasks.get(role) ?? [];
    tasks.push({ asked, begun, minutes });
    this.tasks.set(role, tasks);
    return done;
  }

  /** Working hours from one instant to another. */
  hoursBetween(from: number, to: number): number {
    this.#day(to);
    return (
      this.#days.reduce((sum, day) => sum + Math.max(0, Math.min(to, day.to) - Math.max(from, day.from)), 0) / HOUR
    );
  }

  /** The instant so many worked minutes after another. */
  #after(instant: number, minutes: number): number {
    let left = minutes * MINUTE;
    for (let place = this.#day(instant); ; place += 1) {
      const day = this.#days[place];
      if (!day) {
        this.#addDay();
        place -= 1;
        continue;
      }
      const begins = Math.max(instant, day.from);
      if (begins + left <= day.to && begins < day.to) return begins + left;
      left -= Math.max(0, day.to - begins);
    }
  }

  /** The place of the first working day that has not ended at an instant. */
  #day(instant: number): number {
    while ((this.#days.at(-1)?.to ?? 0) <= instant) this.#addDay();
    let [low, high] = [0, this.#days.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle]?.to ?? 0) > instant) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #addDay(): void {
    while (!isWorkingDay(this.#next)) this.#next = addDays(this.#next, 1);
    const from = startOfDay(this.#next).getTime() + OPENS * HOUR;
    this.#days.push({ from, to: from + HOURS * HOUR });
    this.#next = addDays(this.#next, 1);
  }
}
