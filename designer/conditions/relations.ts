import type { FieldType } from '#runtime/check/field-type.ts';
import type { Condition, Count, Value } from '#runtime/definition/types.ts';
import { subjectOf, type Subject, type Vocabulary } from './vocabulary.ts';

/** How a line of the condition builder relates its subject to a value. */
export type Relation = Exclude<Condition['op'], 'and' | 'or' | 'not' | 'ref'> | 'notAnswered' | 'notEmpty';

/** A condition that is no group: what is looked at, how, and beside what. */
export interface Line {
  /** Of the subject. */
  readonly key: string;
  readonly relation: Relation;
}

type Bare = Exclude<Condition, { args: Condition[] } | { condition: string }>;

const ORDERED: readonly Relation[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between'];
const PRESENT: readonly Relation[] = ['answered', 'notAnswered'];

/** The relations that make sense for a type, the commonest first. */
export function relationsFor(type: FieldType): readonly Relation[] {
  switch (type.kind) {
    case 'text':
      return type.options ? ['eq', 'ne', 'in', ...PRESENT] : ['eq', 'ne', 'contains', ...PRESENT];
    case 'boolean':
      return ['eq', ...PRESENT];
    case 'number':
    case 'time':
      return [...ORDERED, ...PRESENT];
    case 'date':
    case 'date-time':
      return ['before', 'after', 'eq', 'between', 'withinDays', 'olderThanDays', ...PRESENT];
    case 'list':
      return type.item.kind === 'object' ? ['some', 'every', 'count', ...PRESENT] : ['contains', ...PRESENT];
    case 'object':
      return PRESENT;
    case 'any':
      return [...ORDERED, 'contains', ...PRESENT];
  }
}

/** A condition as a line; undefined for a group, and for a named condition. */
export function lineOf(condition: Condition): Line | undefined {
  if (condition.op === 'ref') return undefined;
  if (!('args' in condition)) return { key: keyOf(condition), relation: condition.op };
  if (condition.op !== 'not') return undefined;
  const [only] = condition.args;
  if (only?.op === 'answered') return { key: keyOf(only), relation: 'notAnswered' };
  return only?.op === 'empty' ? { key: keyOf(only), relation: 'notEmpty' } : undefined;
}

function keyOf(bare: Bare): string {
  if ('list' in bare) return `field:${bare.list}`;
  return bare.item === undefined ? `field:${bare.field ?? ''}` : `item:${bare.item}`;
}

/** What a line begins as when somebody has chosen what it looks at: whole, so that the draft never holds half a condition. */
export function beginning(subject: Subject): Condition {
  const [option] = subject.options;
  const { type } = subject;
  if (type.kind === 'boolean') return { op: 'eq', ...reference(subject), value: true };
  if (type.kind === 'list' && option) return { op: 'contains', ...reference(subject), value: option.value };
  if (type.kind === 'list' && subject.rows[0])
    return { op: 'some', list: subject.pointer, where: beginning(subject.rows[0]) };
  if (option) return { op: 'eq', ...reference(subject), value: option.value };
  return { op: 'answered', ...reference(subject) };
}

const reference = ({ pointer, isItem }: Subject) => (isItem ? { item: pointer } : { field: pointer });

/** The same line with another subject; what it was compared with stays where it still can be. */
export function withSubject(condition: Condition, subject: Subject, vocabulary: Vocabulary): Condition {
  const line = lineOf(condition);
  const before = line && subjectOf(vocabulary, line.key);
  const isAlike = before && JSON.stringify(before.type) === JSON.stringify(subject.type);
  if (!line || !isAlike || 'list' in condition) return beginning(subject);
  return withRelation(condition, line.relation, subject);
}

/** The same line with another relation; its value stays where it still can. */
export function withRelation(condition: Condition, relation: Relation, subject: Subject): Condition {
  const held = valuesOf(condition);
  const [first = initial(subject), second = first] = held;
  const refer = reference(subject);
  switch (relation) {
    case 'answered':
    case 'empty':
      return { op: relation, ...refer };
    case 'notAnswered':
      return { op: 'not', args: [{ op: 'answered', ...refer }] };
    case 'notEmpty':
      return { op: 'not', args: [{ op: 'empty', ...refer }] };
    case 'in':
      return { op: 'in', ...refer, value: held.length > 0 ? [...held] : [first] };
    case 'between':
      return { op: 'between', ...refer, value: [first, second] };
    case 'withinDays':
    case 'olderThanDays':
      return { op: relation, ...refer, value: typeof first === 'number' ? first : 30 };
    case 'some':
    case 'every':
      return { op: relation, list: subject.pointer, where: whereOf(condition) ?? firstOf(subject) };
    case 'count':
      return counting(condition, subject);
    default:
      return { op: relation, ...refer, value: first };
  }
}

function counting(condition: Condition, { pointer }: Subject): Count {
  const where = whereOf(condition);
  return { op: 'count', list: pointer, ...(where && { where }), is: 'ge', value: 1 };
}

const whereOf = (condition: Condition): Condition | undefined => ('where' in condition ? condition.where : undefined);

const firstOf = ({ rows: [row], pointer }: Subject): Condition =>
  row ? beginning(row) : { op: 'answered', field: pointer };

/** The values of a line, in order. */
export function valuesOf(condition: Condition): readonly Value[] {
  return 'value' in condition ? [condition.value].flat() : [];
}

/** What stands beside a subject until somebody writes something else. */
export function initial({ type, options: [option] }: Pick<Subject, 'type' | 'options'>): Value {
  if (option) return option.value;
  switch (type.kind) {
    case 'boolean':
      return true;
    case 'number':
      return 0;
    case 'date':
    case 'date-time':
      return { from: '/case/today' };
    case 'time':
      return '12:00';
    default:
      return '';
  }
}

/** A line with other values; they are as many as its relation takes. */
export function withValues(condition: Condition, values: readonly Value[]): Condition {
  const [first] = values;
  if (!('value' in condition) || first === undefined) return condition;
  switch (condition.op) {
    case 'in':
    case 'between':
      return { ...condition, value: [...values] };
    case 'withinDays':
    case 'olderThanDays':
      return typeof first === 'number' ? { ...condition, value: first } : condition;
    default:
      return { ...condition, value: first };
  }
}
