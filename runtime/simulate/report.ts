import type { CaseType } from '../definition/case-type.ts';
import type { Role } from '../definition/types.ts';
import { statesOf } from '../flow/walk.ts';
import { startOfDay, stockholmDay } from '../time/day.ts';
import { addDays } from '../time/day.ts';
import { lastDay } from '../time/last-day.ts';
import { parsePeriod } from '../time/period.ts';
import type { Outcomes } from './lives.ts';
import { allBranches } from './marked.ts';
import type { Assumptions, QueueReport, SimulationReport, Spread } from './model.ts';
import type { Office, Task } from './office.ts';
import type { Record } from './record.ts';

const DAY = 86_400_000;
/** Above it, uneven days make queues that never end. */
const FULL = 0.85;
const MOST_PATHS = 20;
const BINS = 20;

interface Lived extends Outcomes {
  readonly caseType: CaseType;
  readonly assumed: Assumptions;
}

export function reportOf({ caseType, assumed, records, office, unopened, refusals }: Lived): SimulationReport {
  const { flow } = caseType;
  const ended = records.filter(({ isDone }) => isDone);
  const branches = counted(records.flatMap((record) => record.branches));
  const all = allBranches(flow).map(({ pointer }) => pointer);
  const neverTaken = all.filter((pointer) => branches[pointer] === undefined);
  const visited = new Set(records.flatMap(({ states }) => states));
  const last = Math.max(...records.map((record) => record.last), assumed.start.getTime());
  return {
    cases: records.length,
    ended: ended.length,
    resting: Object.entries(counted(records.filter(({ isDone }) => !isDone).map(({ resting }) => resting)))
      .map(([states, cases]) => ({ states, cases }))
      .toSorted((a, b) => b.cases - a.cases),
    unopened,
    steps: records.reduce((sum, { steps }) => sum + steps, 0),
    branches,
    paths: pathsOf(records),
    ends: counted(ended.map(({ resting }) => resting)),
    neverVisited: statesOf(flow)
      .filter(({ key, config }) => !config.states && !visited.has(key))
      .map(({ key }) => key),
    neverTaken,
    covered: rounded(1 - neverTaken.length / Math.max(1, all.length)),
    leadTime: spreadOf(ended.map((record) => (record.last - record.opened) / DAY)),
    phases: spreadsOf(records.flatMap(({ phases }) => [...phases])),
    stays: spreadsOf(records.flatMap(({ stays }) => stays.map(({ state, days }): [string, number] => [state, days]))),
    deadlines: deadlinesOf(records),
    queues: [...office.tasks].map(([role, tasks]) =>
      queueOf(role, tasks, { office, from: assumed.start.getTime(), to: last })
    ),
    promise: promiseOf(caseType, records),
    refusals
  };
}

function counted(names: readonly string[]): { [name: string]: number } {
  const counts: { [name: string]: number } = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const pathsOf = (records: readonly Record[]): SimulationReport['paths'] =>
  [...Map.groupBy(records, ({ states }) => states.join(' '))]
    .map(([path, alike]) => ({ states: path.split(' '), cases: alike.length }))
    .toSorted((a, b) => b.cases - a.cases)
    .slice(0, MOST_PATHS);

const spreadsOf = (times: readonly (readonly [name: string, days: number])[]): { [name: string]: Spread } =>
  Object.fromEntries(
    [...Map.groupBy(times, ([name]) => name)].map(([name, own]) => [name, spreadOf(own.map(([, days]) => days))])
  );

function spreadOf(days: readonly number[]): Spread {
  const sorted = days.toSorted((a, b) => a - b);
  const part = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const sum = sorted.reduce((total, value) => total + value, 0);
  const mean = rounded(sorted.length > 0 ? sum / sorted.length : 0);
  const longest = part(1);
  const bins = Array.from({ length: BINS }, () => 0);
  for (const value of sorted) {
    const bin = Math.min(BINS - 1, Math.floor((value / (longest || 1)) * BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return { count: sorted.length, mean, p10: part(0.1), p50: part(0.5), p90: part(0.9), longest, bins };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const deadlinesOf = (records: readonly Record[]): SimulationReport['deadlines'] =>
  [
    ...Map.groupBy(
      records.flatMap(({ deadlines }) => deadlines),
      ({ state, delay }) => `${state} ${delay}`
    )
  ].map(([key, all]) => {
    const [state = '', delay = ''] = key.split(' ');
    return { state, delay, started: all.length, missed: all.filter(({ missed }) => missed).length };
  });

function queueOf(
  role: Role,
  tasks: readonly Task[],
  { office, from, to }: { office: Office; from: number; to: number }
): QueueReport {
  const staff = office.staffOf(role);
  const worked = tasks.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
  const hours = Math.max(1, office.hoursBetween(from, to));
  const changes = tasks
    .flatMap(({ asked, begun }) => [
      { at: asked, by: 1 },
      { at: begun, by: -1 }
    ])
    .toSorted((a, b) => a.at - b.at || a.by - b.by);
  let waiting = 0;
  let longest = 0;
  for (const { by } of changes) longest = Math.max(longest, (waiting += by));
  return {
    role,
    staff,
    tasks: tasks.length,
    wait: spreadOf(tasks.map(({ asked, begun }) => (begun - asked) / DAY)),
    longest,
    busy: rounded(worked / (hours * staff)),
    needed: Math.max(1, Math.ceil(worked / (hours * FULL)))
  };
}

function promiseOf({ settings }: CaseType, records: readonly Record[]): SimulationReport['promise'] {
  const period = settings.servicePromise && parsePeriod(settings.servicePromise.period);
  if (!period) return null;
  const due = new Map<string, number>();
  const dueOf = (opened: number): number => {
    const start = stockholmDay(new Date(opened));
    const known = due.get(start);
    if (known !== undefined) return known;
    const day = lastDay({
      start,
      period,
      days: settings.servicePromise?.days ?? 'calendar',
      direction: 'after',
      roll: false
    });
    const end = startOfDay(addDays(day, 1)).getTime() + period.hours * 3_600_000;
    due.set(start, end);
    return end;
  };
  const settled = records.filter(({ isDone, decided }) => isDone || decided !== null);
  const kept = settled.filter(({ decided, last, opened }) => (decided ?? last) < dueOf(opened)).length;
  return { kept, of: settled.length };
}
