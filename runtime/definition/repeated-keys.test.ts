import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKeys } from './repeated-keys.ts';

describe('a key that stands twice in one object', () => {
  it.each([
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":{"b":1,"b":2},"c":[{"d":1},{"d":1,"d":2}]}', ['/a/b', '/c/1/d']],
    ['{"a/b":1, "a\\u002fb" : 2}', ['/a~1b']],
    ['{"a":"a\\":","b":["a","a"],"c":{"a":1}}', []]
  ])('%s', (text, expected) => {
    expect(repeatedKeys(text)).toEqual(expected);
  });

  it('is never found in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(repeatedKeys(JSON.stringify(JSON.parse(text)))).toEqual([]);
      })
    );
  });
});
