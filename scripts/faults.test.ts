import { describe, expect, it } from 'vitest';
import { faultsIn } from './faults.ts';

const RUN = `
 ❯  unit  runtime/a.test.ts (4 tests | 3 failed) 53ms
⎯⎯⎯⎯⎯⎯ Failed Tests 3 ⎯⎯⎯⎯⎯⎯

\u001b[41m\u001b[1m FAIL \u001b[22m\u001b[49m  unit  runtime/a.test.ts > a case > is closed
\u001b[31m\u001b[1mAssertionError\u001b[22m: expected 1 to be 2
  - Expected

⎯⎯⎯⎯[1/3]⎯

 FAIL   unit  runtime/a.test.ts > a case > of one
 FAIL   unit  runtime/a.test.ts > a case > of two
Error: many
lines
⎯⎯⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯⎯⎯
⎯⎯⎯⎯⎯ Uncaught Exception ⎯⎯⎯⎯⎯
AssertionError: a falsy value:
  assert(!this.paused)
 ❯ Socket.onHttpSocketEnd node:internal/deps/undici/undici:6480:22
 ❯ endReadableNT node:internal/streams/readable:1698:12
 ❯ processTicksAndRejections
`;

describe('what is told of a failed step', () => {
  it('is each failed test by its name, with the first line of its error', () => {
    expect(faultsIn(RUN)).toEqual([
      'FAIL   unit  runtime/a.test.ts > a case > is closed',
      '  AssertionError: expected 1 to be 2',
      'FAIL   unit  runtime/a.test.ts > a case > of one',
      'FAIL   unit  runtime/a.test.ts > a case > of two',
      '  Error: many',
      'FAIL  outside a test',
      '  AssertionError: a falsy value:',
      '  assert(!this.paused)',
      '  ❯ Socket.onHttpSocketEnd node:internal/deps/undici/undici:6480:22',
      '  ❯ endReadableNT node:internal/streams/readable:1698:12'
    ]);
  });

  it('is the first words of a command that runs no tests', () => {
    expect(faultsIn('\n[warn] a.ts\n[warn] b.ts\n')).toEqual(['[warn] a.ts', '[warn] b.ts']);
    expect(faultsIn(Array.from({ length: 99 }, (_, index) => `line ${index}`).join('\n'))).toHaveLength(5);
  });
});
