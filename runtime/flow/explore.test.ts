import { describe, expect, it } from 'vitest';
import type { Flow, FlowState } from '../definition/types.ts';
import { workedExample } from '../testing/case-types.ts';
import { deadEnds, endless, explore } from './explore.ts';
import { branchesOf, statesOf } from './walk.ts';

const flow = (states: Record<string, FlowState>, initial = 'a'): Flow => ({ id: 'flow', initial, states });
const when = { type: 'when', params: { op: 'answered', field: '/fields/x' } } as const;
const leaves = (found: readonly { leaves: readonly string[] }[]) => found.map((one) => one.leaves.join(' + '));

describe('the worked example', () => {
  const { flow: example } = workedExample();
  const exploration = explore(example);

  it('rests in these configurations and no others', () => {
    expect(leaves(exploration.configurations).sort()).toEqual([
      'aterkallad',
      'avslutad',
      'besluta',
      'granska',
      'komplettering',
      'niva',
      'overklagandetid',
      'remiss-slut + utreder',
      'remiss-ute + utredd-klar',
      'remiss-ute + utreder',
      'utbetala'
    ]);
  });

  it('passes every state and takes every branch', () => {
    expect(statesOf(example).filter(({ key }) => !exploration.entered.has(key))).toEqual([]);
    const branches = [
      ...branchesOf(example, ''),
      ...statesOf(example).flatMap(({ config, pointer }) => branchesOf(config, pointer))
    ];
    expect(branches.map(({ pointer }) => pointer).filter((pointer) => !exploration.taken.has(pointer))).toEqual([]);
  });

  it('has no dead end, no circle, and an end within reach of everything', () => {
    expect(deadEnds(exploration)).toEqual([]);
    expect(endless(exploration)).toEqual([]);
    expect(exploration.circles).toEqual([]);
    expect(exploration.capped).toBe(false);
  });
});

describe('a flow with a fault', () => {
  it('shows a state that nothing leads to', () => {
    const { entered } = explore(flow({ a: { on: { go: { target: 'b' } } }, b: { type: 'final' }, orphan: {} }));
    expect([...entered]).toEqual(['a', 'b']);
  });

  it('shows where it stops without being finished, a reminder being no way on', () => {
    const found = explore(
      flow({
        a: { on: { go: { target: 'b' }, end: { target: 'c' } } },
        b: { after: { P1D: {} } },
        c: { type: 'final' }
      })
    );
    expect(leaves(deadEnds(found))).toEqual(['b']);
  });

  it('shows from where no end is reached', () => {
    const found = explore(
      flow({
        a: { on: { go: { target: 'b' }, end: { target: 'z' } } },
        b: { on: { on: { target: 'c' } } },
        c: { on: { back: { target: 'b' } } },
        z: { type: 'final' }
      })
    );
    expect(leaves(endless(found))).toEqual(['b', 'c']);
  });

  it('shows states that follow on each other for ever', () => {
    const found = explore(
      flow({
        a: { on: { go: { target: 'b' } } },
        b: { always: [{ guard: when, target: 'c' }, { target: 'c' }] },
        c: { always: { target: 'b' } }
      })
    );
    expect(found.circles.map(({ states }) => [...states].sort())).toContainEqual(['b', 'c']);
    expect(leaves(found.configurations)).toEqual(['a']);
  });

  it('shows a circle that begins at once', () => {
    const found = explore(flow({ a: { always: { target: 'b' } }, b: { always: { target: 'a' } } }));
    expect(found.configurations).toEqual([]);
    expect(found.circles).toHaveLength(1);
  });
});

describe('guards', () => {
  it('answer freely, each way once', () => {
    const second = { ...when, params: { op: 'answered', field: '/fields/y' } } as const;
    const found = explore(
      flow({
        a: { on: { go: [{ guard: when, target: 'b' }, { guard: second, target: 'c' }, { target: 'd' }] } },
        b: { type: 'final' },
        c: { type: 'final' },
        d: { type: 'final' }
      })
    );
    expect(found.moves.map(({ to }) => found.configurations[to]?.leaves)).toEqual([['d'], ['c'], ['b']]);
  });

  it('may let a case stay', () => {
    const found = explore(flow({ a: { always: { guard: when, target: 'b' } }, b: { type: 'final' } }));
    expect(leaves(found.configurations)).toEqual(['a', 'b']);
    expect(found.beginnings).toBe(2);
  });
});

describe('a large flow', () => {
  const region = (name: string): FlowState => ({
    initial: `${name}0`,
    states: Object.fromEntries(
      [0, 1, 2, 3, 4].map((n) => [
        `${name}${n}`,
        n === 4 ? { type: 'final' } : { on: { [`${name}${n}-on`]: { target: `${name}${n + 1}` } } }
      ])
    )
  });
  const parallel = (names: readonly string[]): Flow =>
    flow({
      a: { type: 'parallel', onDone: { target: 'end' }, states: Object.fromEntries(names.map((n) => [n, region(n)])) },
      end: { type: 'final' }
    });

  it('is looked at whole', () => {
    expect(explore(parallel(['p', 'q', 'r', 's'])).configurations).toHaveLength(625);
  });

  it('is cut off at the limit, and it says so', () => {
    const found = explore(parallel(['p', 'q', 'r']), 50);
    expect(found.configurations).toHaveLength(50);
    expect(found.capped).toBe(true);
  });
});
