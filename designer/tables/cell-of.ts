import type { Condition, DecisionCell } from '#runtime/definition/types.ts';

/** A condition on one field as a cell, which has its field from the column; null for one that no cell can hold. */
export function cellOf(condition: Condition): DecisionCell | null {
  if ('args' in condition || 'list' in condition || 'condition' in condition) return null;
  const { field: _field, item: _item, ...cell } = condition;
  return cell;
}
