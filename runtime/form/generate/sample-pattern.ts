import type { Chance } from './chance.ts';

/**
 * A text that a pattern of an administrator takes, for the plain patterns that forms have: letters, classes, groups,
 * alternatives and repetitions. Undefined for one with anything else. Whoever asks checks that the pattern takes it.
 */
export function samplePattern(pattern: string, chance: Chance): string | undefined {
  const reader = { rest: pattern, chance };
  const text = alternatives(reader);
  return reader.rest === '' ? text : undefined;
}

interface Reader {
  rest: string;
  readonly chance: Chance;
}

const LETTERS = 'ABCDEFGHKLMNPRSTUVXY';
const CLASSES: Readonly<Record<string, string>> = { d: '0123456789', w: 'abcdeh0123', s: ' ' };

function take(reader: Reader, length = 1): string {
  const taken = reader.rest.slice(0, length);
  reader.rest = reader.rest.slice(length);
  return taken;
}

function alternatives(reader: Reader): string {
  const choices = [sequence(reader)];
  while (reader.rest.startsWith('|')) {
    take(reader);
    choices.push(sequence(reader));
  }
  return reader.chance.pick(choices);
}

function sequence(reader: Reader): string {
  let text = '';
  while (reader.rest !== '' && !'|)'.includes(reader.rest.charAt(0))) {
    const one = atom(reader);
    if (!one) return text;
    text += repeated(reader, one);
  }
  return text;
}

/** Each call of what it gives makes one more of the same. */
function atom(reader: Reader): (() => string) | undefined {
  const { chance } = reader;
  const sign = take(reader);
  if (sign === '^' || sign === '$') return () => '';
  if (sign === '.') return () => chance.pick([...LETTERS]);
  if (sign === '[') return classed(reader);
  if (sign === '\\') {
    const escaped = take(reader);
    const inside = CLASSES[escaped];
    return () => (inside === undefined ? escaped : chance.pick([...inside]));
  }
  if (sign !== '(') return '*+?{}]'.includes(sign) ? undefined : () => sign;
  if (reader.rest.startsWith('?:')) take(reader, 2);
  const inner = alternatives(reader);
  return take(reader) === ')' ? () => inner : undefined;
}

function classed(reader: Reader): (() => string) | undefined {
  const end = reader.rest.indexOf(']', 1);
  if (end < 0 || reader.rest.startsWith('^')) return undefined;
  const signs = membersOf(take(reader, end));
  take(reader);
  return () => reader.chance.pick(signs);
}

function membersOf(inside: string): string[] {
  const ranges = inside.replace(/\\([dws])/g, (_, name: string) => CLASSES[name] ?? '').replaceAll('\\', '');
  const signs: string[] = [];
  for (let at = 0; at < ranges.length; at += 1) {
    const [low, dash, high] = [ranges.charCodeAt(at), ranges[at + 1], ranges.charCodeAt(at + 2)];
    const isRange = dash === '-' && at + 2 < ranges.length;
    for (let code = low; code <= (isRange ? high : low); code += 1) signs.push(String.fromCharCode(code));
    if (isRange) at += 2;
  }
  return signs;
}

const MOST = 4;

function repeated(reader: Reader, one: () => string): string {
  const { chance } = reader;
  const [whole = '', from, comma, to] = /^\{(\d+)(,?)(\d*)\}/.exec(reader.rest) ?? [];
  const sign = reader.rest.charAt(0);
  const [low, high] =
    whole !== ''
      ? [Number(from), comma ? Number(to || Number(from) + MOST) : Number(from)]
      : sign === '?'
        ? [0, 1]
        : sign === '*' || sign === '+'
          ? [sign === '+' ? 1 : 0, MOST]
          : [1, 1];
  take(reader, whole.length || ('?*+'.includes(sign) && sign !== '' ? 1 : 0));
  if (reader.rest.startsWith('?')) take(reader);
  return Array.from({ length: chance.whole(low, Math.min(high, low + MOST)) }, one).join('');
}
