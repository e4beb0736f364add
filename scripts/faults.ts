import { stripVTControlCharacters } from 'node:util';

/** An error outside a test has no name: its words and where it came from, which stands within so many lines. */
const OUTSIDE_LINES = 4;

/** What a command that is no test run is quoted by at most: its first complaints tell most. */
const QUOTED_LINES = 5;

/**
 * What went wrong in a command that failed, by its own words: each failed test by its name and the first line of its
 * error, or the first lines of a command that runs no tests. Short, since whoever reads of a failed run may see nothing
 * but its end. Pure.
 */
export function faultsIn(words: string): string[] {
  const lines = stripVTControlCharacters(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const faults = lines.flatMap((line, index) => {
    const told = lines[index + 1] ?? '';
    if (line.startsWith('FAIL ')) return told.startsWith('FAIL ') ? [line] : [line, `  ${told}`];
    if (!/^⎯+ (Unhandled Rejection|Uncaught Exception) ⎯+$/.test(line)) return [];
    return ['FAIL  outside a test', ...lines.slice(index + 1, index + 1 + OUTSIDE_LINES).map((each) => `  ${each}`)];
  });
  return faults.length > 0 ? faults : lines.slice(0, QUOTED_LINES);
}
