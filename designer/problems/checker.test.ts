import { describe, expect, it } from 'vitest';
import { soundExample } from '#runtime/testing/case-types.ts';
import { check } from '#runtime/check/check.ts';
import { checker, type Checked, type CheckPort, type ToCheck } from './checker.ts';
import { keeper } from './keeper.ts';

/** A worker that answers when told, with the document as the only problem's pointer. */
function slowWorker() {
  const asked: ToCheck[] = [];
  let answered: (checked: Checked) => void = () => undefined;
  const port: CheckPort = {
    ask: (message) => asked.push(message),
    listen: (listener) => (answered = listener),
    stop: () => undefined
  };
  const finish = () => {
    const { number = 0, document } = asked.at(-1) ?? {};
    const problem = { code: 'V1', fault: 'x', severity: 'error', pointer: String(document), params: {} } as const;
    answered({ number, problems: [problem], steps: undefined });
  };
  return { asked, port, finish };
}

describe('a draft that is edited faster than it is checked', () => {
  it('is checked as it was first and as it is last, and not between', () => {
    const { asked, port, finish } = slowWorker();
    const answers: string[] = [];
    const { check } = checker<string>(port, ({ problems, document }) => {
      expect(problems[0]?.pointer).toBe(document);
      answers.push(document);
    });
    for (const document of ['one', 'two', 'three']) check(document);
    expect(asked.map(({ document }) => document)).toEqual(['one']);
    finish();
    finish();
    expect(asked.map(({ document }) => document)).toEqual(['one', 'three']);
    expect(answers).toEqual(['one', 'three']);
    check('four');
    expect(asked).toHaveLength(3);
  });
});

describe('a draft whose problems get their examples later', () => {
  it('is answered twice, and not again once something newer is asked about', () => {
    const { port, finish } = slowWorker();
    const answers: string[] = [];
    const { check } = checker<string>(port, ({ document }) => answers.push(document));
    check('one');
    finish();
    finish();
    expect(answers).toEqual(['one', 'one']);
    check('two');
    expect(answers).toEqual(['one', 'one']);
    finish();
    expect(answers).toEqual(['one', 'one', 'two']);
  });
});

describe('documents that come as messages', () => {
  it('keep the parts that are the same, and say the same', () => {
    const keep = keeper();
    const sound = soundExample();
    const first = keep(structuredClone(sound));
    const next = keep({ ...structuredClone(sound), layout: { nodes: {}, edges: {} } });
    expect(next).toEqual({ ...sound, layout: { nodes: {}, edges: {} } });
    expect(Object.entries(Object(next)).filter(([key, part]) => Object(first)[key] !== part)).toHaveLength(1);
    expect(check(sound)).toEqual([]);
  });

  it('may be anything', () => {
    expect([null, 1, 'x', [1]].map(keeper())).toEqual([null, 1, 'x', [1]]);
  });
});
