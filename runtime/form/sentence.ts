import type { Arithmetic, Condition, Literal, Sum, Value } from '../definition/types.ts';
import { enumerate, sentenceWords, type SentenceWords } from './sentence-words.ts';

/** Tells what pointers, options and names of a case type are called. */
export interface Describe {
  /** What stands at a pointer into the case; `*` is any row. With quotes where it is a label. */
  readonly field: (pointer: string) => string;
  /** A literal as it reads beside what it is compared with: an option by its text, an amount in kronor. */
  readonly value: (value: Literal, pointer: string | undefined) => string;
}

interface Telling extends Describe {
  readonly words: SentenceWords;
  /** The list that `item` stands in a row of. */
  readonly list: string;
}

/**
 * A condition as a sentence, in Swedish or English, without capital and full stop. Pure; every condition has one.
 * @param list the list whose row `item` is of, where the condition stands on a control in a row
 */
export const sentence = (condition: Condition, describe: Describe, language: string, list = ''): string =>
  tell(condition, { ...describe, words: sentenceWords(language), list });

/** A value as text, such as `the sum of “Amount” in “Budget”`. Pure. */
export const valueSentence = (value: Value, describe: Describe, language: string, list = ''): string =>
  tellValue(value, { ...describe, words: sentenceWords(language), list });

function tell(condition: Condition, by: Telling): string {
  const { words } = by;
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.args.map((arg) => inner(arg, condition.args.length, by)).join(` ${words[condition.op]} `);
    case 'not':
      return negated(condition.args, by);
    case 'ref':
      return words.named(words.quote(condition.condition));
    case 'some':
    case 'every':
      return words.rows[condition.op](by.field(condition.list), tell(condition.where, { ...by, list: condition.list }));
    case 'count':
      return `${counted(condition, by)} ${words.counted[condition.is]} ${tellValue(condition.value, by)}`;
    default:
      return compared(condition, by);
  }
}

/** In brackets where it has an "and" or "or" of its own beside others. */
function inner(condition: Condition, siblings: number, by: Telling): string {
  const isList = condition.op === 'in' && condition.value.length > 1;
  const isTree = (condition.op === 'and' || condition.op === 'or') && condition.args.length > 1;
  return siblings > 1 && (isList || isTree) ? `(${tell(condition, by)})` : tell(condition, by);
}

function negated(args: readonly Condition[], by: Telling): string {
  const [only] = args;
  if (only && args.length === 1 && (only.op === 'answered' || only.op === 'empty'))
    return by.words.presence[only.op].not(by.field(pointerOf(only, by)));
  return by.words.not(args.map((arg) => inner(arg, 2, by)).join(` ${by.words.and} `));
}

function counted({ list, where }: { list: string; where?: Condition }, by: Telling): string {
  const rows = by.words.count(by.field(list));
  return where ? by.words.where(rows, tell(where, { ...by, list })) : rows;
}

const pointerOf = ({ field, item }: { field?: string; item?: string }, { list }: Telling): string =>
  item === undefined ? (field ?? '') : `${list}/*${item}`;

type Compared = Exclude<Condition, { args: Condition[] } | { list: string } | { condition: string }>;

function compared(condition: Compared, by: Telling): string {
  const { words } = by;
  const pointer = pointerOf(condition, by);
  const subject = by.field(pointer);
  if (!('value' in condition)) return words.presence[condition.op].is(subject);
  if (condition.op === 'withinDays' || condition.op === 'olderThanDays')
    return words.distance[condition.op](subject, condition.value);
  const told = [condition.value].flat().map((value) => tellValue(value, by, pointer));
  if (condition.op === 'in') return words.oneOf(subject, enumerate(told, words.or));
  const [first = words.unknown, second = words.unknown] = told;
  return condition.op === 'between'
    ? words.between(subject, first, second)
    : words.compare[condition.op](subject, first);
}

function tellValue(value: Value, by: Telling, beside?: string): string {
  const { words } = by;
  if (typeof value !== 'object') return by.value(value, beside);
  if ('from' in value) return by.field(value.from);
  if (!('calc' in value)) return by.field(`${by.list}/*${value.item}`);
  switch (value.calc) {
    case 'sum':
      return sum(value, by);
    case 'round':
      return words.rounded(operand(value.value, by), value.decimals ?? 0);
    case 'daysBetween': {
      const [from = words.unknown, to = words.unknown] = value.args.map((arg) => tellValue(arg, by));
      return words.days(from, to);
    }
    case 'if':
      return words.choice(
        tellValue(value.then, by, beside),
        tell(value.condition, by),
        value.else === undefined ? undefined : tellValue(value.else, by, beside)
      );
    default:
      return arithmetic(value, by);
  }
}

function sum({ list, item, where }: Sum, by: Telling): string {
  const total = by.words.sum(by.field(`${list}/*${item}`), by.field(list));
  return where ? by.words.where(total, tell(where, { ...by, list })) : total;
}

function arithmetic({ calc, args, decimals }: Arithmetic, by: Telling): string {
  const total = by.words.fold[calc](args.map((arg) => operand(arg, by)));
  return decimals === undefined ? total : by.words.rounded(`(${total})`, decimals);
}

/** In brackets where it is a calculation itself. */
const operand = (value: Value, by: Telling): string =>
  typeof value === 'object' && 'calc' in value ? `(${tellValue(value, by)})` : tellValue(value, by);
