import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { workedDocument } from '../testing/documents.ts';
import {
  addInput,
  addOutput,
  addRule,
  addTable,
  changeTable,
  dropTable,
  freeTableKey,
  moveColumn,
  moveRule,
  newTable,
  removeColumn,
  removeRule,
  setCell,
  setHitPolicy,
  setOutput,
  tablesOf,
  type Change
} from './change.ts';

const document = await workedDocument();
const [key = ''] = tablesOf(document).keys();

const done = (before: CaseTypeDocument, command: Command) => {
  const edit = command(before);
  if (isRefusal(edit)) throw new Error(edit.refused);
  const after = applyPatches(before, edit.patches);
  if (isRefusal(after)) throw new Error(after.refused);
  return { after: after.document, inverse: edit.inverse };
};
const changed = (change: Change) => tablesOf(done(document, changeTable(key, change)).after).get(key);
const before = tablesOf(document).get(key);

describe('a decision table', () => {
  it('takes rows and columns, each row with a cell for each', () => {
    expect(changed(addRule(0))?.rules[1]).toEqual({ when: [null, null], then: [0] });
    expect(changed(addInput('/application/name'))?.rules.map(({ when }) => when.length)).toEqual([3, 3, 3]);
    const wider = changed(addOutput('amount', 'date'));
    expect(wider?.outputs.map((output) => output.key)).toEqual(['amount', 'amount-2']);
    expect(wider?.rules.every(({ then }) => then.length === 2)).toBe(true);
  });

  it('is the same after a move there and back, and stays at its edges', () => {
    expect(changed((table) => moveRule(1, -1)(moveRule(0, 1)(table)))).toEqual(before);
    expect(changed((table) => moveColumn(1, -1)(moveColumn(0, 1)(table)))).toEqual(before);
    expect(changed(moveRule(0, -1))).toEqual(before);
    // An input never becomes an output.
    expect(changed(moveColumn(1, 1))).toEqual(before);
  });

  it('moves a column with its cells', () => {
    const moved = changed(moveColumn(0, 1));
    expect(moved?.inputs.map(({ field }) => field)).toEqual(before?.inputs.map(({ field }) => field).toReversed());
    expect(moved?.rules.map(({ when }) => when)).toEqual(before?.rules.map(({ when }) => when.toReversed()));
  });

  it('is undone byte for byte, whatever was done to it', () => {
    const changes: readonly ((row: number, column: number) => Command)[] = [
      (row, column) => changeTable(key, setCell(row, column, { op: 'answered' })),
      (row) => changeTable(key, setOutput(row, 0, { from: '/application/total' })),
      (row) => changeTable(key, addRule(row)),
      (row) => changeTable(key, removeRule(row)),
      (row, column) => changeTable(key, moveRule(row, column === 0 ? 1 : -1)),
      (_, column) => changeTable(key, moveColumn(column, 1)),
      (_, column) => changeTable(key, removeColumn(column)),
      () => changeTable(key, addInput('/application/name')),
      () => changeTable(key, addOutput('more', 'boolean')),
      () => changeTable(key, setHitPolicy('unique')),
      () => (here) => addTable(freeTableKey(here, 'other'), newTable('/application/kind'))(here),
      () => dropTable('other')
    ];
    const anyCommand = fc
      .tuple(fc.nat(changes.length - 1), fc.nat(2), fc.nat(1))
      .map(([which, row, column]) => changes[which]?.(row, column) ?? dropTable(key));
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        let here = document;
        const back = commands.map((command) => {
          const step = done(here, command);
          here = step.after;
          return step.inverse;
        });
        const undone = applyPatches(here, back.toReversed().flat());
        expect(JSON.stringify(isRefusal(undone) ? undone : undone.document)).toBe(JSON.stringify(document));
      })
    );
  });

  it('is kept when another of its name is put in, which gets a name of its own', () => {
    const other = newTable('/application/kind');
    expect(addTable(key, other)(document)).toMatchObject({ refused: 'edit.key_taken' });
    const name = freeTableKey(document, key);
    const tables = tablesOf(done(document, addTable(name, other)).after);
    expect([...tables]).toEqual([...tablesOf(document), [name, other]]);
    expect(freeTableKey({ decisions: { [key]: 3 } }, key)).toBe(name);
    expect(freeTableKey({}, key)).toBe(key);
  });

  it('is left alone while it is broken', () => {
    const broken = { ...document, decisions: { [key]: { rules: 3 } } };
    expect([...tablesOf(broken).keys()]).toEqual([]);
    expect(changeTable(key, addRule(0))(broken)).toMatchObject({ refused: 'edit.nowhere' });
  });
});
