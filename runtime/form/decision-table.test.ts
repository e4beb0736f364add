import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../definition/json.ts';
import type { DecisionTable } from '../definition/types.ts';
import { workedExample } from '../testing/case-types.ts';
import { decideByTable } from './decision-table.ts';

const decide = (table: DecisionTable, application: JsonObject) =>
  decideByTable(table, { data: { application }, today: '2026-11-21', conditions: {} });

describe('a table where the first rule decides', () => {
  const { decisions } = workedExample();
  const table = decisions['bidragsniva'];
  if (!table) throw new Error('The worked example has lost its table.');

  it.each([
    [{ kind: 'evenemang', total: 2_000_000 }, 1_000_000, 0],
    [{ kind: 'evenemang', total: 2_000_001 }, 2_500_000, 1],
    [{ kind: 'evenemang' }, 2_500_000, 1],
    [{ kind: 'drift', total: 5 }, 500_000, 2],
    [{}, 500_000, 2]
  ])('%j gives %i by rule %i', (application, amount, rule) => {
    expect(decide(table, application)).toEqual({ output: { amount }, rule });
  });
});

describe('a table where one rule alone may hold', () => {
  const table: DecisionTable = {
    hitPolicy: 'unique',
    inputs: [{ field: '/application/age' }],
    outputs: [
      { key: 'fee', type: 'integer' },
      { key: 'age', type: 'integer' }
    ],
    rules: [
      { when: [{ op: 'lt', value: 18 }], then: [0, { from: '/application/age' }] },
      { when: [{ op: 'between', value: [10, 64] }], then: [100, { from: '/application/gone' }] }
    ]
  };
  it('decides, with outputs that may be values and are left out when unknown', () => {
    expect(decide(table, { age: 5 })).toEqual({ output: { fee: 0, age: 5 }, rule: 0 });
    expect(decide(table, { age: 40 })).toEqual({ output: { fee: 100 }, rule: 1 });
  });
  it('refuses where two hold, and where none does', () => {
    expect(decide(table, { age: 12 })).toEqual({ error: 'decision.several_rules' });
    expect(decide(table, { age: 80 })).toEqual({ error: 'decision.no_rule' });
    expect(decide(table, {})).toEqual({ error: 'decision.no_rule' });
  });
});
