import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionCell, DecisionTable, Value } from '#runtime/definition/types.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { t } from '#lib/text/index.ts';
import { vocabularyOf } from '../conditions/vocabulary.ts';
import { tablesFromDmn, tableToDmn } from './dmn.ts';

const example = workedExample();
const caseType = {
  ...example,
  settings: {
    ...example.settings,
    fields: {
      type: 'object' as const,
      properties: {
        size: { type: 'string' as const, maxLength: 10 },
        count: { type: 'integer' as const },
        since: { type: 'string' as const, format: 'date' as const },
        ready: { type: 'boolean' as const }
      }
    }
  }
};
const vocabulary = vocabularyOf(caseType, t('sv'));

const anyText = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('a, b', '"', '[1..2]', '\\', '<x>', 'å & ä', '- ')
);
const anyNumber: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((number) => number / 100),
  fc.constant({ from: '/application/total' })
);
const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const several = <V>(one: fc.Arbitrary<V>) => fc.array(one, { minLength: 2, maxLength: 4 });
const cells: readonly fc.Arbitrary<DecisionCell | null>[] = [
  fc.oneof(
    fc.constant(null),
    fc.constant({ op: 'answered' as const }),
    fc.constant({ op: 'empty' as const }),
    fc.record({ op: fc.constantFrom('eq', 'ne', 'contains'), value: anyText }),
    fc.record({ op: fc.constant('in'), value: several(anyText) })
  ),
  fc.oneof(
    fc.record({ op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), value: anyNumber }),
    fc.record({ op: fc.constant('between'), value: fc.tuple(anyNumber, anyNumber) })
  ),
  fc.oneof(
    fc.record({ op: fc.constantFrom('before', 'after', 'eq', 'le', 'ge'), value: anyDay }),
    fc.record({ op: fc.constant('between'), value: fc.tuple(anyDay, anyDay) }),
    fc.record({ op: fc.constantFrom('withinDays', 'olderThanDays'), value: fc.nat(400) })
  ),
  fc.oneof(fc.constant(null), fc.record({ op: fc.constant('eq'), value: fc.boolean() }))
];
const anyTable: fc.Arbitrary<DecisionTable> = fc.record({
  hitPolicy: fc.constantFrom('first', 'unique'),
  inputs: fc.constant(['size', 'count', 'since', 'ready'].map((key) => ({ field: `/fields/${key}` }))),
  outputs: fc.constant([
    { key: 'unit', type: 'string' as const },
    { key: 'amount', type: 'integer' as const },
    { key: 'on', type: 'date' as const },
    { key: 'sure', type: 'boolean' as const }
  ]),
  rules: fc.array(fc.record({ when: fc.tuple(...cells), then: fc.tuple(anyText, anyNumber, anyDay, fc.boolean()) }), {
    minLength: 1,
    maxLength: 5
  })
});

describe('a decision table in DMN 1.3', () => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const { xml, faults } = await tableToDmn('tabell', table, vocabulary);
        expect(faults).toEqual([]);
        expect(await tablesFromDmn(xml, vocabulary)).toEqual({ tables: [{ key: 'tabell', table }], faults: [] });
      }),
      { numRuns: 60 }
    );
  });

  it('comes back as it was when it is a shipped one', async () => {
    for (const [, shipped] of [...(await shippedCaseTypes()), ['worked', example] as const]) {
      const words = vocabularyOf(shipped, t('sv'));
      for (const [key, table] of Object.entries(shipped.decisions)) {
        const { xml } = await tableToDmn(key, table, words);
        expect(xml).toContain('https://www.omg.org/spec/DMN/20191111/MODEL/');
        expect(await tablesFromDmn(xml, words)).toEqual({ tables: [{ key, table }], faults: [] });
      }
    }
  });

  it('tells of the rows that it cannot hold', async () => {
    const table: DecisionTable = {
      hitPolicy: 'first',
      inputs: [{ field: '/fields/count' }],
      outputs: [{ key: 'amount', type: 'integer' }],
      rules: [
        { when: [null], then: [{ calc: 'add', args: [1, 2] }] },
        { when: [null], then: [3] }
      ]
    };
    const { xml, faults } = await tableToDmn('tabell', table, vocabulary);
    expect(faults).toEqual([{ fault: 'result', row: 1 }]);
    expect((await tablesFromDmn(xml, vocabulary)).tables[0]?.table.rules).toEqual([{ when: [null], then: [3] }]);
  });
});

describe('a DMN file from elsewhere', () => {
  const file = (policy: string, input: string, cell: string, rest = '') =>
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"><decision id="Dish_1" name="fees">${rest}<decisionTable id="t" ${policy}><input id="i" label="Storlek"><inputExpression id="e"><text>${input}</text></inputExpression></input><output id="o" name="fee" typeRef="double"/><rule id="r"><inputEntry id="c"><text>${cell}</text></inputEntry><outputEntry id="f"><text>12.50</text></outputEntry></rule><rule id="s"><inputEntry id="g"><text></text></inputEntry><outputEntry id="h"><text>1</text></outputEntry></rule></decisionTable></decision></definitions>`;

  it('is taken when what it looks at is here, and one rule alone may hold unless it says else', async () => {
    expect(await tablesFromDmn(file('', 'fields.count', '&gt; 5'), vocabulary)).toEqual({
      faults: [],
      tables: [
        {
          key: 'fees',
          table: {
            hitPolicy: 'unique',
            inputs: [{ field: '/fields/count' }],
            outputs: [{ key: 'fee', type: 'number' }],
            rules: [
              { when: [{ op: 'gt', value: 5 }], then: ['12.50'] },
              { when: [null], then: [1] }
            ]
          }
        }
      ]
    });
  });

  it.each([
    [
      { policy: 'hitPolicy="COLLECT"', input: 'fields.count', cell: '1', tables: 0 },
      { fault: 'hit-policy', name: 'fees', text: 'COLLECT' }
    ],
    [
      { policy: '', input: 'season', cell: '1', tables: 0 },
      { fault: 'unknown-input', name: 'fees', text: 'season' }
    ],
    [
      { policy: '', input: 'fields.count', cell: '(1..2]', tables: 1 },
      { fault: 'cell', name: 'fees', row: 1, text: '(1..2]' }
    ],
    [
      { policy: '', input: 'fields.count', cell: 'some x in y satisfies x', tables: 1 },
      { fault: 'cell', name: 'fees', row: 1, text: 'some x in y satisfies x' }
    ]
  ])('tells what cannot be taken: %o', async ({ policy, input, cell, tables }, fault) => {
    const read = await tablesFromDmn(file(policy, input, cell), vocabulary);
    expect(read.faults).toEqual([fault]);
    expect(read.tables.length).toBe(tables);
  });

  it.each(['', 'hej', '<x/>', '<definitions>', '<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd"/>'])(
    'is refused when it is something else: %s',
    async (xml) => {
      expect(await tablesFromDmn(xml, vocabulary)).toEqual({ tables: [], faults: [{ fault: 'not-dmn' }] });
    }
  );
});
