import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Condition } from '../../definition/types.ts';
import { documentType, typeAt } from '../document-type.ts';
import { expressionsOf, type PlacedCondition } from '../expressions.ts';
import { ANY, type FieldType } from '../field-type.ts';
import { looksAt, wantedBeside } from '../operators.ts';
import { problemsOf } from '../problems-of.ts';
import { arrivedReads, readsOf } from '../reads.ts';
import { checkTables } from './v5-tables.ts';
import { checkValues, valueFaults } from './v5-values.ts';

const { error } = problemsOf('V5');

/** V5: conditions, values and tables fit what they look at. What is not there at all is V14's. */
export function checkTypes(caseType: CaseType): Problem[] {
  const document = documentType(caseType);
  const named = caseType.settings.conditions ?? {};
  const { conditions, values } = expressionsOf(caseType);
  return [
    ...[...conditions, ...values].flatMap((placed) =>
      readsOf(placed)
        .filter(({ field }) => field === undefined)
        .map(({ pointer }) => error('item-outside-row', pointer))
    ),
    ...conditions.flatMap((placed) => conditionFaults(placed, document, named)),
    ...Object.keys(named)
      .filter((name) => isCircular(name, named))
      .map((name) => error('condition-in-circle', `/settings/conditions/${name}`, { condition: name })),
    ...arrivedReads(caseType)
      .filter(({ key, field = '' }) => (typeAt(document, field) ?? ANY).kind !== (key === 'on' ? 'date' : 'text'))
      .filter(({ field = '' }) => (typeAt(document, field) ?? ANY) !== ANY)
      .map(({ key, pointer, field = '' }) => error(key === 'on' ? 'not-a-date' : 'not-a-text', pointer, { field })),
    ...checkValues(caseType, document),
    ...checkTables(caseType, document)
  ];
}

function conditionFaults(placed: PlacedCondition, document: FieldType, named: object): Problem[] {
  const { condition, pointer, list } = placed;
  if (condition.op === 'ref') {
    const known = Object.hasOwn(named, condition.condition);
    return known ? [] : [error('unknown-condition', `${pointer}/condition`, { condition: condition.condition })];
  }
  const [read] = readsOf(placed);
  const type = read?.field === undefined ? undefined : typeAt(document, read.field);
  if (!read || !type) return [];
  if ('list' in condition) return listFaults(condition, { pointer, list, type, document });
  if (!looksAt(condition.op, type))
    return [
      error('operator-does-not-fit', `${pointer}/op`, { op: condition.op, field: read.field ?? '', type: type.kind })
    ];
  if (!('value' in condition) || condition.op === 'withinDays' || condition.op === 'olderThanDays') return [];
  const wanted = wantedBeside(condition.op, type);
  const many = Array.isArray(condition.value);
  return [condition.value]
    .flat()
    .flatMap((value, index) =>
      valueFaults(value, { wanted, document, list, pointer: `${pointer}/value${many ? `/${index}` : ''}` })
    );
}

interface ListPlace {
  readonly pointer: string;
  readonly list: string | null;
  readonly type: FieldType;
  readonly document: FieldType;
}

function listFaults(condition: Condition, { type, document, pointer, list }: ListPlace): Problem[] {
  const rows = type.kind === 'any' || (type.kind === 'list' && type.item.kind === 'object');
  return [
    ...(rows ? [] : [error('not-a-list', `${pointer}/list`, { type: type.kind })]),
    ...(condition.op === 'count'
      ? valueFaults(condition.value, { wanted: { kind: 'number' }, document, list, pointer: `${pointer}/value` })
      : [])
  ];
}

/** Whether a named condition refers to itself, through others or not. */
function isCircular(start: string, named: Readonly<Record<string, Condition>>): boolean {
  const seen = new Set<string>();
  const visit = (name: string): boolean => {
    if (seen.has(name) || !Object.hasOwn(named, name)) return false;
    seen.add(name);
    return refsIn(named[name]).some((next) => next === start || visit(next));
  };
  return visit(start);
}

function refsIn(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  const own = 'op' in node && node.op === 'ref' && 'condition' in node ? [String(node.condition)] : [];
  return [...own, ...Object.values(node).flatMap(refsIn)];
}
