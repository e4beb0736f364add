import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Condition, Value } from '../definition/types.ts';
import { compute, evaluate } from './evaluate.ts';
import type { Environment, Truth } from './model.ts';

const today = '2026-11-21';
const answer = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1.5,
    7,
    '',
    'a',
    '7.0',
    '2026-03-29',
    '2026-02-30',
    '2026-11-21T23:30:00Z',
    '08:30'
  ),
  fc.constant<Json>(['a', 7]),
  fc.constant<Json>([{ a: 7 }, { b: 'a' }, {}])
);
const data: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), answer).map((form) => ({ form }));
const pointer = fc.constantFrom(
  '/form/a',
  '/form/b',
  '/form/c',
  '/form/a/0',
  '/gone',
  '/constructor',
  '/__proto__/a',
  '',
  'x'
);
const literal: fc.Arbitrary<Value> = fc.constantFrom<Value>('a', 7, '7', false, today, '08:00');

const { condition } = fc.letrec<{ condition: Condition; value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    literal,
    pointer.map((from): Value => ({ from })),
    pointer.map((item): Value => ({ item })),
    fc.record({ list: pointer, item: pointer, where: tie('condition') }).map((sum): Value => ({ calc: 'sum', ...sum })),
    fc
      .record({
        calc: fc.constantFrom('add', 'subtract', 'multiply', 'divide', 'min', 'max'),
        args: fc.array(tie('value'), { minLength: 1, maxLength: 3 })
      })
      .map((arithmetic): Value => arithmetic),
    fc.record({ condition: tie('condition'), then: tie('value') }).map((choice): Value => ({ calc: 'if', ...choice })),
    fc.array(tie('value'), { minLength: 2, maxLength: 2 }).map((args): Value => ({ calc: 'daysBetween', args }))
  ),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .record({
        op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'contains', 'before', 'after'),
        field: pointer,
        value: tie('value')
      })
      .map((comparison): Condition => comparison),
    fc.record({ op: fc.constantFrom('empty', 'answered'), item: pointer }).map((presence): Condition => presence),
    fc
      .record({ op: fc.constantFrom('in', 'between'), field: pointer, value: fc.array(tie('value'), { maxLength: 2 }) })
      .map((list): Condition => list),
    fc
      .record({ op: fc.constantFrom('withinDays', 'olderThanDays'), field: pointer, value: fc.nat(99) })
      .map((distance): Condition => distance),
    fc.constantFrom<Condition>(
      { op: 'ref', condition: 'a' },
      { op: 'ref', condition: 'b' },
      { op: 'ref', condition: 'toString' }
    ),
    fc
      .record({ op: fc.constantFrom('and', 'or'), args: fc.array(tie('condition'), { maxLength: 3 }) })
      .map((tree): Condition => tree),
    tie('condition').map((arg): Condition => ({ op: 'not', args: [arg] })),
    fc
      .record({ op: fc.constantFrom('some', 'every'), list: pointer, where: tie('condition') })
      .map((rows): Condition => rows),
    fc
      .record({ list: pointer, where: tie('condition'), value: tie('value') })
      .map((count): Condition => ({ op: 'count', is: 'ge', ...count }))
  )
}));

const environment: fc.Arbitrary<Environment> = fc.record({
  data,
  today: fc.constant(today),
  conditions: fc.dictionary(fc.constantFrom('a', 'b'), condition)
});

const not = (arg: Condition): Condition => ({ op: 'not', args: [arg] });
const both = (op: 'and' | 'or', ...args: Condition[]): Condition => ({ op, args });

/** What a law says of any two conditions in any case. */
function law(
  name: string,
  holds: (a: Condition, b: Condition, tell: (condition: Condition) => Truth) => unknown
): void {
  it(name, () => {
    fc.assert(
      fc.property(condition, condition, environment, (a, b, env) => {
        holds(a, b, (told) => evaluate(told, env));
      })
    );
  });
}

describe('the logic of three values', () => {
  law('takes a double negation away', (a, _, tell) => expect(tell(not(not(a)))).toBe(tell(a)));
  law('does not mind the order', (a, b, tell) => {
    expect(tell(both('and', a, b))).toBe(tell(both('and', b, a)));
    expect(tell(both('or', a, b))).toBe(tell(both('or', b, a)));
  });
  law('follows De Morgan', (a, b, tell) => {
    expect(tell(not(both('and', a, b)))).toBe(tell(both('or', not(a), not(b))));
  });
  law('absorbs', (a, b, tell) => expect(tell(both('or', a, both('and', a, b)))).toBe(tell(a)));
  law('gains nothing from repetition', (a, _, tell) => expect(tell(both('and', a, a))).toBe(tell(a)));
  law('never knows both a condition and its opposite', (a, _, tell) => {
    expect(tell(both('and', a, not(a)))).not.toBe(true);
    expect(tell(both('or', a, not(a)))).not.toBe(false);
  });
});

describe('knowing more', () => {
  it('never turns what was known, since an answer that is missing is unknown', () => {
    const field = fc.constantFrom('/form/a', '/form/b');
    const known = fc
      .record({ op: fc.constantFrom('eq', 'ne', 'lt', 'ge'), field, value: literal })
      .map((comparison): Condition => comparison);
    fc.assert(
      fc.property(known, known, answer, answer, (p, q, a, b) => {
        const tree = both('or', both('and', p, q), not(p));
        const less = evaluate(tree, { data: { form: { a } }, today, conditions: {} });
        const more = evaluate(tree, { data: { form: { a, b } }, today, conditions: {} });
        expect(less === undefined || less === more).toBe(true);
      })
    );
  });
});

describe('every input', () => {
  it('ends, for any condition over any data, also with names in circles', () => {
    fc.assert(
      fc.property(condition, environment, fc.jsonValue(), (tree, env, junk) => {
        const item: Json = JSON.parse(JSON.stringify(junk));
        expect([true, false, undefined]).toContain(evaluate(tree, { ...env, item }));
      })
    );
  });

  it('ends fast where names multiply', () => {
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
    const twice = (name: string): Condition =>
      both('and', { op: 'ref', condition: name }, { op: 'ref', condition: name });
    const conditions = Object.fromEntries(names.map((name, index) => [name, twice(names[index + 1] ?? 'n0')]));
    const started = performance.now();
    expect(evaluate({ op: 'ref', condition: 'n0' }, { data: {}, today, conditions })).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('adds decimals as integers of their smallest part', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }), (a, b) => {
        const text = (ore: number): string =>
          `${ore < 0 ? '-' : ''}${Math.floor(Math.abs(ore) / 100)}.${String(Math.abs(ore) % 100).padStart(2, '0')}`;
        const sum = compute(
          { calc: 'multiply', args: [{ calc: 'add', args: [text(a), text(b)] }, 100] },
          { data: {}, today, conditions: {} }
        );
        expect(Number(sum)).toBe(a + b);
      })
    );
  });
});
