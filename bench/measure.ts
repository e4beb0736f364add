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
export function median(run: () => unknown, runs = 31): number {
  for (let warm = 0; warm < 3; warm += 1) run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
