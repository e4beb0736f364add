import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLICK_WIDTHS, MAP_HEIGHT, MAP_WIDTH, nearest, pixelsOf, pointAt } from './map.ts';
import { LOOK, readPosted, UNPLACE, UPLOAD, WRONG } from './posted.ts';

const map = {
  source: '/map/lindsjo.svg',
  bounds: { west: 15, south: 59.1, east: 15.105, north: 59.1405 },
  places: [
    { name: 'Torget', lat: 59.12, lon: 15.05 },
    { name: 'Norrby', lat: 59.13, lon: 15.09 }
  ]
};

describe('a click on a map without a script', () => {
  it.each(CLICK_WIDTHS)('becomes the same place in the picture of %i pixels', (width) => {
    const [x, y] = [width / 4, ((width * MAP_HEIGHT) / MAP_WIDTH) * 0.75];
    const { entries, stays } = readPosted(
      [
        ['/place/lat', ''],
        ['/place/lon', ''],
        [`/place@${width}.x`, `${x}`],
        [`/place@${width}.y`, `${y}`]
      ],
      map
    );
    const answers = new Map(entries);
    expect(answers.get('/place/lat')).toBe('59.11013');
    expect(answers.get('/place/lon')).toBe('15.02625');
    expect(stays).toBe(true);
  });

  it('is no place when the keyboard pressed the picture, and leads back to it', () => {
    const { entries, stays, at } = readPosted(
      [
        ['/place/lat', '59.1'],
        ['/place@640.x', '0'],
        ['/place@640.y', '0']
      ],
      map
    );
    expect(new Map(entries).get('/place/lat')).toBe('59.1');
    expect({ stays, at }).toEqual({ stays: true, at: '/place' });
  });

  it('is nothing from a picture that we do not draw', () => {
    expect(
      readPosted(
        [
          ['/place@1.x', '1'],
          ['/place@1.y', '1']
        ],
        map
      ).stays
    ).toBe(false);
  });

  it('is taken back by its button', () => {
    const { entries, stays } = readPosted(
      [
        ['/place/lat', '59.1'],
        ['/place/lon', '15'],
        [UNPLACE, '/place']
      ],
      map
    );
    expect(entries).toContainEqual(['/place/lat', '']);
    expect(entries).not.toContainEqual(['/place/lat', '59.1']);
    expect(stays).toBe(true);
  });
});

describe('a click on a map where an area is drawn', () => {
  const drawn: (readonly [string, string])[] = [['/area/points', '59.12 15.04']];
  const cornersAfter = (...more: (readonly [string, string])[]) => {
    const { entries, stays } = readPosted([...drawn, ...more], map);
    return { corners: new Map(entries).get('/area/points'), stays };
  };

  it('adds a corner', () => {
    const click = cornersAfter(['/area/points@640.x', '160'], ['/area/points@640.y', '360']);
    expect(click).toEqual({ corners: '59.12 15.04,59.11013 15.02625', stays: true });
  });

  it('is taken back, corner by corner', () => {
    expect(cornersAfter([UNPLACE, '/area/points'])).toEqual({ corners: '', stays: true });
  });
});

describe('a page where a file was sent ahead', () => {
  it('is shown again with all its answers', () => {
    expect(
      readPosted(
        [
          ['/name', 'Alva'],
          [UPLOAD, '/photos']
        ],
        map
      )
    ).toEqual({
      entries: [
        ['/name', 'Alva'],
        [UPLOAD, '/photos']
      ],
      stays: true,
      at: '/photos',
      asksWrong: false
    });
  });

  it('says what is still wrong where it did, when a script looks', () => {
    expect(readPosted([[LOOK, WRONG]], map)).toMatchObject({ stays: true, asksWrong: true });
    expect(readPosted([[LOOK, 'more']], map)).toMatchObject({ stays: true, asksWrong: false });
  });
});

describe('a place on the map', () => {
  it('is drawn where it was clicked, to the pixel', () => {
    const pixel = fc.record({ x: fc.integer({ min: 0, max: MAP_WIDTH }), y: fc.integer({ min: 0, max: MAP_HEIGHT }) });
    fc.assert(
      fc.property(pixel, ({ x, y }) => {
        expect(pixelsOf(map, pointAt(map, x / MAP_WIDTH, y / MAP_HEIGHT))).toEqual({ x, y });
      })
    );
  });

  it('is not drawn when it is outside', () => {
    expect(pixelsOf(map, { lat: 58, lon: 15 })).toBeUndefined();
  });

  it('is said by the nearest known place', () => {
    expect(nearest(map, { lat: 59.1291, lon: 15.09 })).toEqual({ name: 'Norrby', metres: 100 });
  });
});
