import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '#runtime/definition/problem.ts';
import { savedChecker, type FoundSaved } from './saved-checker.ts';

const problem: Problem = { code: 'V18', fault: 'schema-does-not-compile', severity: 'error', pointer: '', params: {} };

/** A server that answers when it is told. */
function slowServer() {
  const asked: ((problems: readonly Problem[]) => void)[] = [];
  const found: FoundSaved[] = [];
  const checker = savedChecker(
    () => new Promise((resolve) => asked.push(resolve)),
    (one) => found.push(one),
    0
  );
  const until = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));
  return { asked, found, checker, until };
}

describe('a design that is checked where it is saved', () => {
  it('is asked about once it is let be, and not for each change', async () => {
    const { asked, found, checker, until } = slowServer();
    for (const document of ['one', 'two', 'three']) checker.check(document);
    await until(1);
    asked[0]?.([problem]);
    await vi.waitFor(() => expect(found).toEqual([{ document: 'three', problems: [problem] }]));
  });

  it('is asked about again when it was changed meanwhile, and only the last answer counts', async () => {
    const { asked, found, checker, until } = slowServer();
    checker.check('one');
    await until(1);
    checker.check('two');
    asked[0]?.([problem]);
    await until(2);
    expect(found).toEqual([]);
    asked[1]?.([]);
    await vi.waitFor(() => expect(found).toEqual([{ document: 'two', problems: [] }]));
  });

  it('says nothing more when it is left', async () => {
    const { asked, found, checker, until } = slowServer();
    checker.check('one');
    await until(1);
    checker.stop();
    asked[0]?.([problem]);
    await Promise.resolve();
    expect(found).toEqual([]);
  });
});
