import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** How often something runs in a second: the best of several rounds, so that a busy machine disturbs less. */
export function perSecond(run: () => unknown, { rounds = 5, millis = 300 } = {}): number {
  for (let warm = 0; warm < 500; warm += 1) run();
  const rates = Array.from({ length: rounds }, () => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < millis) {
      for (let batch = 0; batch < 50; batch += 1) run();
      count += 50;
    }
    return (count * 1000) / (performance.now() - start);
  });
  return Math.max(...rates);
}

export interface Line {
  readonly what: string;
  readonly rate: number;
}

/** Prints rates and their ratio to the first, which is the yardstick: a share travels between machines, a rate does not. */
export function print(title: string, lines: readonly Line[]): void {
  const [yardstick] = lines;
  console.log(`\n${title}`);
  for (const { what, rate } of lines) {
    const ratio = (rate / (yardstick?.rate ?? rate)).toFixed(2);
    console.log(`  ${what.padEnd(58)} ${Math.round(rate).toLocaleString('en').padStart(9)}/s  ${ratio.padStart(6)}`);
  }
}

/** How many milliseconds something takes: the median of some runs after the first few. */
export function millisOf(run: () => unknown, runs = 31): number {
  for (let warm = 0; warm < 3; warm += 1) run();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    })
  );
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? (high + (sorted[middle - 1] ?? high)) / 2 : high;
}

/** The least and the greatest. */
export const spread = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values)
];

/** What the machine has done since it started: ticks that it worked and ticks that its host took from it, and its load now. */
export function machineNow() {
  const [, ...ticks] = (/^cpu .*$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[0] ?? '').split(/\s+/).map(Number);
  const all = ticks.slice(0, 8).reduce((sum, value) => sum + value, 0);
  return { load: loadavg().map((value) => Number(value.toFixed(2))), ticks: { all, stolen: ticks[7] ?? 0 } };
}

/** How much of its time the machine's host took, in percent. */
export function stealSince({ ticks: before }: ReturnType<typeof machineNow>) {
  const { ticks } = machineNow();
  const share = (ticks.stolen - before.stolen) / Math.max(1, ticks.all - before.all);
  return { steal: Number((share * 100).toFixed(1)) };
}
