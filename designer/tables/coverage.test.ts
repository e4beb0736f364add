import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseType } from '#runtime/definition/case-type.ts';
import type { JsonObject } from '#runtime/definition/json.ts';
import type { DecisionCell, DecisionTable } from '#runtime/definition/types.ts';
import { decideByTable } from '#runtime/form/decision-table.ts';
import { put } from '#runtime/form/pointer.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { coverageOf, EXAMPLE_DAY, type ExampleValue } from './coverage.ts';

const example = workedExample();
const withFields: CaseType = {
  ...example,
  settings: {
    ...example.settings,
    fields: {
      type: 'object',
      properties: {
        size: { type: 'string', enum: ['liten', 'stor', 'jatte'], maxLength: 10 },
        count: { type: 'integer', minimum: 0, maximum: 12 },
        since: { type: 'string', format: 'date' }
      }
    }
  }
};
const inputs = [{ field: '/fields/size' }, { field: '/fields/count' }];
const table = (
  hitPolicy: 'first' | 'unique',
  rules: readonly (DecisionCell | null)[][],
  fields = inputs
): DecisionTable => ({
  hitPolicy,
  inputs: fields,
  outputs: [{ key: 'out', type: 'integer' }],
  rules: rules.map((when, index) => ({ when, then: [index] }))
});
const find = (one: DecisionTable) => coverageOf(withFields, one).findings;
const valuesOf = (values: readonly ExampleValue[]) => values.map(({ value }) => value);

describe('a decision table', () => {
  it('has a gap between two intervals, and where nothing is answered', () => {
    const rules: DecisionCell[][] = [[{ op: 'lt', value: 5 }], [{ op: 'gt', value: 5 }]];
    const found = find(table('first', rules, [{ field: '/fields/count' }]));
    expect(found).toEqual([
      { kind: 'gap', example: [{ field: '/fields/count', value: 5 }] },
      { kind: 'gap', example: [{ field: '/fields/count', value: null }] }
    ]);
  });

  it('has no gap between whole numbers, nor outside what an answer may be', () => {
    const rules: DecisionCell[][] = [[{ op: 'between', value: [0, 5] }], [{ op: 'between', value: [6, 12] }]];
    expect(find(table('unique', rules, [{ field: '/fields/count' }]))).toEqual([
      { kind: 'gap', example: [{ field: '/fields/count', value: null }] }
    ]);
  });

  it('has a gap for an option that no rule takes', () => {
    const rules: (DecisionCell | null)[][] = [[{ op: 'in', value: ['liten', 'stor'] }, null]];
    expect(find(table('first', rules))).toContainEqual({
      kind: 'gap',
      example: [{ field: '/fields/size', value: 'jatte' }]
    });
  });

  it('has two rules for one answer, where only one may hold', () => {
    const rules: (DecisionCell | null)[][] = [
      [
        { op: 'eq', value: 'liten' },
        { op: 'le', value: 5 }
      ],
      [null, { op: 'ge', value: 5 }]
    ];
    const [overlap] = find(table('unique', rules)).filter(({ kind }) => kind === 'overlap');
    expect(overlap).toEqual({
      kind: 'overlap',
      rules: [0, 1],
      example: [
        { field: '/fields/size', value: 'liten' },
        { field: '/fields/count', value: 5 }
      ]
    });
    expect(find(table('first', rules)).map(({ kind }) => kind)).not.toContain('overlap');
  });

  it('has a rule that is never used, after those that take all of it, and one that holds for nothing', () => {
    const rules: (DecisionCell | null)[][] = [
      [null, { op: 'le', value: 5 }],
      [null, { op: 'gt', value: 5 }],
      [{ op: 'eq', value: 'stor' }, { op: 'answered' }],
      [{ op: 'eq', value: 'gone' }, null],
      [null, null]
    ];
    expect(find(table('first', rules))).toEqual([
      { kind: 'unused', rule: 2 },
      { kind: 'unused', rule: 3 }
    ]);
  });

  it('is looked through by days from today too', () => {
    const rules: DecisionCell[][] = [[{ op: 'olderThanDays', value: 30 }], [{ op: 'withinDays', value: 20 }]];
    const [gap] = find(table('first', rules, [{ field: '/fields/since' }]));
    expect(gap?.kind === 'gap' && valuesOf(gap.example)).toEqual([expect.stringMatching(/^2026-0[57]/)]);
  });

  it('says of which rules it cannot be sure', () => {
    const rules: DecisionCell[][] = [[{ op: 'eq', value: 1 }], [{ op: 'lt', value: { from: '/fields/other' } }]];
    expect(coverageOf(withFields, table('first', rules, [{ field: '/fields/count' }])).unsure).toEqual([1]);
  });

  it('never finds what the form does not let anybody answer', async () => {
    const shipped = new Map(await shippedCaseTypes()).get('felanmalan');
    const [decision] = Object.values(shipped?.decisions ?? {});
    if (!shipped || !decision) throw new Error('felanmalan has lost its table');
    expect(coverageOf(shipped, decision)).toEqual({ findings: [], unsure: [], more: false });
    const without = { ...decision, rules: decision.rules.slice(0, -1) };
    const gaps = coverageOf(shipped, without).findings.filter(({ kind }) => kind === 'gap');
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) {
      const example = new Map(gap.kind === 'gap' ? gap.example.map(({ field, value }) => [field, value]) : []);
      expect(example.get('/application/what')).toEqual(expect.any(String));
      // What is asked of water only is not there at all for anything else.
      if (example.get('/application/what') !== 'va')
        expect([...example.keys()]).not.toContain('/application/waterFault');
    }
  });

  it('of twenty inputs and many rules is looked through in no time', () => {
    const many = Array.from({ length: 20 }, () => ({ field: '/fields/count' }));
    const rules = Array.from({ length: 60 }, (_, index) =>
      many.map((_input, column): DecisionCell => ({ op: 'between', value: [index % 7, (index % 7) + column] }))
    );
    const begin = performance.now();
    coverageOf(withFields, table('unique', rules, many));
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});

describe('any decision table', () => {
  const anyCount: fc.Arbitrary<DecisionCell | null> = fc.oneof(
    fc.constant(null),
    fc.record({ op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), value: fc.integer({ min: 0, max: 12 }) }),
    fc.record({
      op: fc.constant('between'),
      value: fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    })
  );
  const anySize: fc.Arbitrary<DecisionCell | null> = fc.oneof(
    fc.constant(null),
    fc.record({ op: fc.constantFrom('eq', 'ne'), value: fc.constantFrom('liten', 'stor', 'jatte') }),
    fc.constant({ op: 'answered' as const })
  );
  const anyRules = fc.array(fc.tuple(anySize, anyCount), { minLength: 1, maxLength: 6 });
  const everything = ['liten', 'stor', 'jatte', undefined].flatMap((size) =>
    [...Array(13).keys(), undefined].map((count) => [size, count] as const)
  );
  const decide = (one: DecisionTable, [size, count]: readonly [string | undefined, number | undefined]) => {
    const data: JsonObject = {
      fields: { ...(size === undefined ? {} : { size }), ...(count === undefined ? {} : { count }) }
    };
    return decideByTable(one, { data, today: EXAMPLE_DAY, conditions: {} });
  };

  it('has a gap just where nothing is decided, and an overlap just where too much is', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const one = table(
          'unique',
          rules.map((rule) => [...rule])
        );
        const outcomes = everything.map((each) => decide(one, each));
        const kinds = find(one).map(({ kind }) => kind);
        const has = (error: string) => outcomes.some((outcome) => 'error' in outcome && outcome.error === error);
        expect(kinds.includes('gap')).toBe(has('decision.no_rule'));
        expect(kinds.includes('overlap')).toBe(has('decision.several_rules'));
      }),
      { numRuns: 60 }
    );
  });

  it('gives examples that are so', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const one = table(
          'unique',
          rules.map((rule) => [...rule])
        );
        for (const finding of find(one)) {
          if (finding.kind === 'unused') continue;
          const data = finding.example.reduce<JsonObject>(
            (here, { field, value }) => (value === null ? here : put(here, field, value)),
            {}
          );
          expect(decideByTable(one, { data, today: EXAMPLE_DAY, conditions: {} })).toEqual({
            error: finding.kind === 'gap' ? 'decision.no_rule' : 'decision.several_rules'
          });
        }
      }),
      { numRuns: 60 }
    );
  });

  it('has an unused rule just where no answers decide by it', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const one = table(
          'first',
          rules.map((rule) => [...rule])
        );
        const used = new Set(
          everything.map((each) => decide(one, each)).flatMap((each) => ('rule' in each ? [each.rule] : []))
        );
        const never = [...one.rules.keys()].filter((rule) => !used.has(rule)).slice(0, 5);
        expect(find(one).flatMap((each) => (each.kind === 'unused' ? [each.rule] : []))).toEqual(never);
      }),
      { numRuns: 60 }
    );
  });
});
