import type { Arithmetic, Value } from '#runtime/definition/types.ts';
import { comparable, valueOfSubject } from './operands.ts';
import { beginning } from './relations.ts';
import type { Subject, Vocabulary } from './vocabulary.ts';

export const ARITHMETIC = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'min',
  'max'
] as const satisfies readonly Arithmetic['calc'][];

/** What a value can be: written, an answer, or a calculation of others. */
export const MODES = ['literal', 'answer', 'sum', ...ARITHMETIC, 'round', 'daysBetween', 'if'] as const;
export type Mode = (typeof MODES)[number];

export function modeOf(value: Value): Mode {
  if (typeof value !== 'object') return 'literal';
  return 'calc' in value ? value.calc : 'answer';
}

/** The numbers in each row of a list. */
export const numbersIn = ({ rows }: Subject): readonly Subject[] => rows.filter(({ type }) => type.kind === 'number');

/** The lists that a sum can be made of. */
export const sumLists = ({ subjects }: Vocabulary): readonly Subject[] =>
  subjects.filter((subject) => !subject.isItem && numbersIn(subject).length > 0);

/** What can be calculated with what exists here. */
export function modesFor(vocabulary: Vocabulary): readonly Mode[] {
  const numbers = comparable(vocabulary, undefined, { kind: 'number' });
  const lacking: Readonly<Partial<Record<Mode, boolean>>> = {
    answer: numbers.length === 0,
    sum: sumLists(vocabulary).length === 0,
    if: vocabulary.subjects.length === 0
  };
  return MODES.filter((mode) => !lacking[mode]);
}

/** A value of another sort, whole from the start, with the old one in it where it can be. */
export function begunAs(mode: Mode, value: Value, vocabulary: Vocabulary): Value {
  const [list] = sumLists(vocabulary);
  const [item] = list ? numbersIn(list) : [];
  const [number] = comparable(vocabulary, undefined, { kind: 'number' });
  const dates = comparable(vocabulary, undefined, { kind: 'date' }).map(valueOfSubject);
  const [subject] = vocabulary.subjects;
  switch (mode) {
    case 'literal':
      return 0;
    case 'answer':
      return number ? valueOfSubject(number) : 0;
    case 'sum':
      return list && item ? { calc: 'sum', list: list.pointer, item: item.pointer } : 0;
    case 'round':
      return { calc: 'round', value, decimals: 0 };
    case 'daysBetween':
      return { calc: 'daysBetween', args: [{ from: '/case/today' }, dates[0] ?? { from: '/case/today' }] };
    case 'if':
      return subject ? { calc: 'if', condition: beginning(subject), then: value, else: 0 } : value;
    default:
      return { calc: mode, args: argumentsOf(value) };
  }
}

const argumentsOf = (value: Value): Value[] =>
  typeof value === 'object' && 'calc' in value && 'args' in value && value.calc !== 'daysBetween'
    ? value.args
    : [value, 0];
