import { describe, expect, it } from 'vitest';
import { docked } from './dock.ts';
import { straighten } from './straighten.ts';

const diamond = { kind: 'crossing', box: { x: 0, y: 0, w: 50, h: 50 } } as const;
const ring = { kind: 'end', box: { x: 200, y: 0, w: 36, h: 36 } } as const;
const step = { kind: 'step', box: { x: 200, y: 0, w: 140, h: 80 } } as const;

describe('a line', () => {
  it('begins at the slope of a diamond and ends at a ring, not at the boxes around them', () => {
    expect(
      docked(
        [
          [50, 10],
          [200, 10]
        ],
        [diamond, ring]
      )
    ).toEqual([
      [35, 10],
      [202, 10]
    ]);
  });

  it('ends where a step does', () => {
    expect(
      docked(
        [
          [50, 25],
          [200, 25]
        ],
        [diamond, step]
      ).at(-1)
    ).toEqual([200, 25]);
  });

  it('loses a low step where its figure can be met higher, and keeps it where another line ends', () => {
    const way = () => [
      [50, 20],
      [120, 20],
      [120, 26],
      [200, 26]
    ];
    const alone = { points: way(), from: undefined, to: step.box };
    straighten([alone]);
    expect(alone.points).toEqual([
      [50, 20],
      [200, 20]
    ]);
    const other = [
      [150, 22],
      [200, 22]
    ];
    const beside = { points: way(), from: undefined, to: step.box };
    straighten([beside, { points: other, from: undefined, to: step.box }]);
    expect(beside.points).toEqual(way());
  });
});
