import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { machineNow, median, spread, stealSince } from './measure.ts';

const FILE = join(import.meta.dirname, 'figures.json');

/** One round: what is ours and the yardstick, measured right after each other in the same unit. */
export interface Round {
  readonly ours: number;
  readonly yardstick: number;
}

/** A ratio against a yardstick in the same run: a share travels between machines, a rate does not. */
export interface Figure {
  readonly key: string;
  readonly what: string;
  readonly yardstick: string;
  readonly unit: string;
  /** The ratio must be at least, or at most, so much; a figure without a bar only tells. */
  readonly least?: number;
  readonly most?: number;
  readonly rounds: readonly Round[];
}

const ratiosOf = ({ rounds }: Figure) => rounds.map(({ ours, yardstick }) => ours / yardstick);

/** Whether a figure reaches its bar. */
function reaches(figure: Figure): boolean {
  const ratio = median(ratiosOf(figure));
  return ratio >= (figure.least ?? -Infinity) && ratio <= (figure.most ?? Infinity);
}

const begun = machineNow();

/** Prints figures with their medians and spread, and keeps them in `figures.json`; one that misses its bar fails the run. */
export function report(figures: readonly Figure[]): void {
  const kept: Record<string, unknown> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  const machine = { ...machineNow(), ...stealSince(begun), cpu: cpus()[0]?.model, cores: cpus().length };
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  for (const figure of figures) {
    const ratios = ratiosOf(figure);
    const reached = reaches(figure);
    const said = { ratio: median(ratios), spread: spread(ratios), reached };
    kept[figure.key] = { ...figure, ...said, machine, commit, at: new Date().toISOString() };
    console.log(`\n${figure.key} ${figure.what}, against ${figure.yardstick}`);
    console.log(`  ${line(figure)}${barOf(figure, reached)}`);
    if (!reached) process.exitCode = 1;
  }
  console.log(`  load ${machine.load.join(' ')}, steal ${machine.steal} %, ${commit}`);
  const sorted = Object.fromEntries(Object.entries(kept).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}

function line({ rounds, unit, ...figure }: Figure): string {
  const ratios = ratiosOf({ rounds, unit, ...figure });
  const [low, high] = spread(ratios);
  const middle = (of: keyof Round) => number(median(rounds.map((round) => round[of])));
  return `${middle('ours')} against ${middle('yardstick')} ${unit}: ratio ${number(median(ratios))} (${number(low)} to ${number(high)} in ${rounds.length} rounds)`;
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

function barOf({ least, most }: Figure, reached: boolean): string {
  if (least === undefined && most === undefined) return '';
  const bar = least === undefined ? `at most ${most}` : `at least ${least}`;
  return `, ${bar}: ${reached ? 'reached' : 'NOT REACHED'}`;
}
