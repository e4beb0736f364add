import { describe, expect, it } from 'vitest';
import { onWay } from './label-places.ts';

const room = { w: 60, h: 15 };

describe('the name of a way', () => {
  it('stands where the way begins, whichever way it goes', () => {
    const [right] = onWay(
      [
        [100, 50],
        [500, 50]
      ],
      room
    );
    const [left] = onWay(
      [
        [500, 50],
        [100, 50]
      ],
      room
    );
    expect([right?.x, left?.x]).toEqual([106, 434]);
  });
});
