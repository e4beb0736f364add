import type { DecisionCell, DecisionOutput, DecisionRule, DecisionTable, Value } from '#runtime/definition/types.ts';
import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { freeKey } from '../commands/keys.ts';
import { addNamed } from '../commands/set-place.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { editTo } from '../document/transform.ts';
import { changed } from '../commands/set-setting.ts';

export type Change = (table: DecisionTable) => DecisionTable;

/** The decision tables of a draft that have the shape of one, by key; what is wrong in them otherwise is the check's to say. Pure. */
export function tablesOf(document: CaseTypeDocument): ReadonlyMap<string, DecisionTable> {
  const found = Object.entries(objectOf(document.decisions)).flatMap(([key, value]): [string, DecisionTable][] => {
    const table: unknown = value;
    return isTable(table) ? [[key, table]] : [];
  });
  return new Map(found);
}

const isTable = (table: unknown): table is DecisionTable =>
  isHolder(table) &&
  listOf(table.inputs).every((input) => typeof objectOf(input).field === 'string') &&
  listOf(table.outputs).every((output) => typeof objectOf(output).key === 'string') &&
  listOf(table.rules).every((rule) => ['when', 'then'].every((part) => Array.isArray(objectOf(rule)[part])));

const isHolder = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list that is none holds something that is nothing. */
const listOf = (list: Json | undefined): readonly Json[] => (Array.isArray(list) ? list : [null]);

/** Changes one table. Its rows are one value: a row that two persons change is asked about. Refuses `edit.nowhere` when it is gone. */
export const changeTable =
  (key: string, change: Change): Command =>
  (document) => {
    const table = tablesOf(document).get(key);
    if (!table) return refuse('edit.nowhere', { path: `/decisions/${key}` });
    return editTo(document, 'change-table', changed(document, ['decisions', key], asJson(change(table))));
  };

/** Puts a whole table in; refuses `edit.key_refused` and `edit.key_taken`. */
export const addTable = (key: string, table: DecisionTable): Command => addNamed(['decisions'], key, asJson(table));

/** A key for a new table: the wanted one, unless a table has it, whole or broken. Pure. */
export const freeTableKey = (document: CaseTypeDocument, wanted: string): string =>
  freeKey(new Set(Object.keys(objectOf(document.decisions))), wanted);

export const dropTable =
  (key: string): Command =>
  (document) =>
    editTo(document, 'drop-table', changed(document, ['decisions', key], undefined));

const asJson = (table: DecisionTable): Json => JSON.parse(JSON.stringify(table));

const blank = { string: '', integer: 0, number: 0, boolean: false, date: '2027-01-01' } as const;

/** A table with one column each, and a row that always holds. */
export const newTable = (field: string): DecisionTable => ({
  hitPolicy: 'first',
  inputs: [{ field }],
  outputs: [{ key: 'result', type: 'string' }],
  rules: [{ when: [null], then: [''] }]
});

const onRule =
  (index: number, change: (rule: DecisionRule, table: DecisionTable) => DecisionRule): Change =>
  (table) => ({ ...table, rules: table.rules.map((rule, at) => (at === index ? change(rule, table) : rule)) });

/** A row that had too few cells, or too many, gets as many as there are columns. */
export const setCell = (rule: number, column: number, cell: DecisionCell | null): Change =>
  onRule(rule, ({ when, then }, { inputs }) => ({
    when: inputs.map((_, at) => (at === column ? cell : (when[at] ?? null))),
    then
  }));

export const setOutput = (rule: number, column: number, value: Value): Change =>
  onRule(rule, ({ when, then }, { outputs }) => ({
    when,
    then: outputs.map(({ type }, at) => (at === column ? value : (then[at] ?? blank[type])))
  }));

/** A row after another; the last without one. What is not given holds for everything. */
export const addRule =
  (after: number, when?: readonly (DecisionCell | null)[]): Change =>
  (table) => ({
    ...table,
    rules: table.rules.toSpliced(after + 1, 0, {
      when: table.inputs.map((_, column) => when?.[column] ?? null),
      then: table.outputs.map(({ type }) => blank[type])
    })
  });

export const removeRule =
  (index: number): Change =>
  (table) => ({ ...table, rules: table.rules.toSpliced(index, 1) });

export const moveRule =
  (index: number, by: 1 | -1): Change =>
  (table) => ({ ...table, rules: moved(table.rules, index, by) });

/** Columns are counted through: inputs, then outputs. */
export const moveColumn =
  (column: number, by: 1 | -1): Change =>
  (table) => {
    const { inputs, outputs, rules } = table;
    const at = column - inputs.length;
    return at < 0
      ? {
          ...table,
          inputs: moved(inputs, column, by),
          rules: rules.map(({ when, then }) => ({ when: moved(when, column, by), then }))
        }
      : {
          ...table,
          outputs: moved(outputs, at, by),
          rules: rules.map(({ when, then }) => ({ when, then: moved(then, at, by) }))
        };
  };

export const removeColumn =
  (column: number): Change =>
  (table) => {
    const { inputs, outputs, rules } = table;
    const at = column - inputs.length;
    return at < 0
      ? {
          ...table,
          inputs: inputs.toSpliced(column, 1),
          rules: rules.map(({ when, then }) => ({ when: when.toSpliced(column, 1), then }))
        }
      : {
          ...table,
          outputs: outputs.toSpliced(at, 1),
          rules: rules.map(({ when, then }) => ({ when, then: then.toSpliced(at, 1) }))
        };
  };

export const addInput =
  (field: string): Change =>
  (table) => ({
    ...table,
    inputs: [...table.inputs, { field }],
    rules: table.rules.map(({ when, then }) => ({ when: [...when, null], then }))
  });

export const addOutput =
  (key: string, type: DecisionOutput['type']): Change =>
  (table) => ({
    ...table,
    outputs: [
      ...table.outputs,
      {
        key: freeKey(new Set(table.outputs.map((one) => one.key)), key),
        type
      }
    ],
    rules: table.rules.map(({ when, then }) => ({ when, then: [...then, blank[type]] }))
  });

export const setHitPolicy =
  (hitPolicy: DecisionTable['hitPolicy']): Change =>
  (table) => ({ ...table, hitPolicy });

/** In the order of the format, whole: a column that cannot be moved stays. */
function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const held = list[index];
  const other = index + by;
  if (held === undefined || other < 0 || other >= list.length) return [...list];
  return list.toSpliced(index, 1).toSpliced(other, 0, held);
}
