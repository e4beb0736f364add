import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { DecisionCell, DecisionTable } from '../../definition/types.ts';
import { outputTypes, typeAt } from '../document-type.ts';
import type { FieldType } from '../field-type.ts';
import { looksAt, wantedBeside } from '../operators.ts';
import { problemsOf } from '../problems-of.ts';
import { valueFaults } from './v5-values.ts';

const { error } = problemsOf('V5');

/** Decision tables: a cell for each input that fits it, a value for each output. */
export const checkTables = ({ decisions }: CaseType, document: FieldType): Problem[] =>
  Object.entries(decisions).flatMap(([key, table]) =>
    table.rules.flatMap((rule, index) => ruleFaults(rule, `/decisions/${key}/rules/${index}`, { table, document }))
  );

interface Around {
  readonly table: DecisionTable;
  readonly document: FieldType;
}

function ruleFaults(
  { when, then }: DecisionTable['rules'][number],
  pointer: string,
  { table, document }: Around
): Problem[] {
  const { inputs, outputs } = table;
  const types = outputTypes(table);
  return [
    ...(when.length === inputs.length ? [] : [error('cells-missing', `${pointer}/when`, { expected: inputs.length })]),
    ...(then.length === outputs.length
      ? []
      : [error('cells-missing', `${pointer}/then`, { expected: outputs.length })]),
    ...when.flatMap((cell, index) => {
      const type = inputs[index] && typeAt(document, inputs[index].field);
      return cell && type ? cellFaults(cell, type, { document, pointer: `${pointer}/when/${index}` }) : [];
    }),
    ...then.flatMap((value, index) => {
      const wanted = outputs[index] && types[outputs[index].key];
      return wanted ? valueFaults(value, { wanted, document, list: null, pointer: `${pointer}/then/${index}` }) : [];
    })
  ];
}

function cellFaults(cell: DecisionCell, type: FieldType, place: { document: FieldType; pointer: string }): Problem[] {
  if (!looksAt(cell.op, type))
    return [error('operator-does-not-fit', `${place.pointer}/op`, { op: cell.op, type: type.kind })];
  if (!('value' in cell) || cell.op === 'withinDays' || cell.op === 'olderThanDays') return [];
  const many = Array.isArray(cell.value);
  return [cell.value].flat().flatMap((value, index) =>
    valueFaults(value, {
      wanted: wantedBeside(cell.op, type),
      document: place.document,
      list: null,
      pointer: `${place.pointer}/value${many ? `/${index}` : ''}`
    })
  );
}
