import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../definition/json.ts';
import { isFault } from './fault.ts';
import { parseFilter } from './filter.ts';
import { applyPatch } from './patch.ts';
import { readGroup, readUser } from './resources.ts';

const patch = (resource: JsonObject, ...Operations: Json[]) => applyPatch(resource, { Operations });
const member = (value: string): JsonObject => ({ value });

describe('a PATCH of SCIM', () => {
  it.each<[string, JsonObject, Json, JsonObject]>([
    ['sets a value', { title: 'A' }, { op: 'replace', path: 'title', value: 'B' }, { title: 'B' }],
    [
      'sets several without a path',
      {},
      { op: 'add', value: { title: 'B', active: true } },
      { title: 'B', active: true }
    ],
    [
      'merges an object',
      { name: { givenName: 'A', familyName: 'B' } },
      { op: 'replace', path: 'name', value: { givenName: 'C' } },
      { name: { givenName: 'C', familyName: 'B' } }
    ],
    [
      'adds to a list, each once',
      { members: [member('a')] },
      { op: 'add', path: 'members', value: [member('a'), member('b')] },
      { members: [member('a'), member('b')] }
    ],
    [
      'removes those that it names',
      { members: [member('a'), member('b')] },
      { op: 'remove', path: 'members', value: [member('a')] },
      { members: [member('b')] }
    ],
    [
      'removes what a filter means',
      { members: [member('a'), member('b')] },
      { op: 'remove', path: 'members[value eq "b"]' },
      { members: [member('a')] }
    ],
    ['removes all', { members: [member('a')] }, { op: 'remove', path: 'members' }, { members: [] }],
    ['takes no notice of what is not kept', { title: 'A' }, { op: 'add', path: 'nickName', value: 'x' }, { title: 'A' }]
  ])('%s', (_, before, operation, after) => {
    expect(patch(before, operation)).toEqual(after);
  });

  it('that sets something twice does what once does', () => {
    const operation = fc.record({
      op: fc.constantFrom('add', 'replace', 'remove'),
      path: fc.constantFrom('title', 'name.givenName', 'members', 'active'),
      value: fc.oneof(fc.string(), fc.boolean(), fc.array(fc.constantFrom('a', 'b').map(member)))
    });
    fc.assert(
      fc.property(operation, (one) => {
        const once = patch({ title: 'T', members: [member('a'), member('c')] }, one);
        if (!isFault(once)) expect(patch(once, one)).toEqual(isFault(patch(once, one)) ? expect.anything() : once);
      })
    );
  });

  it('and every other body are answered, whatever they hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, path) => {
        const body: JsonObject = JSON.parse(JSON.stringify({ Operations: [value, { op: 'add', path, value }] }));
        const resource: JsonObject = JSON.parse(
          JSON.stringify({ userName: 'x', displayName: 'y', name: value, emails: value, members: value })
        );
        expect(applyPatch({}, body)).toBeTypeOf('object');
        expect(readUser(resource)).toBeTypeOf('object');
        expect(readGroup(resource)).toBeTypeOf('object');
      })
    );
  });
});

describe('a filter of SCIM', () => {
  it('is terms with eq, joined by and', () => {
    expect(parseFilter('userName eq "a \\"b\\"" AND active eq TRUE', ['username', 'active'])).toEqual([
      { attribute: 'username', value: 'a "b"' },
      { attribute: 'active', value: true }
    ]);
  });

  it('is refused, and never hangs, when it is anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\s*a\s+eq\s/i.test(text));
        expect(parseFilter(text, ['a'])).toMatchObject({ status: 400, scimType: 'invalidFilter' });
      })
    );
  });
});
