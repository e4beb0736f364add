import type { NumberSchema } from '../../definition/types.ts';
import type { Question } from './values.ts';

type Asked = Pick<Question, 'chance' | 'hint' | 'isEdge'>;

/** How large what is counted or measured most often is. */
const SIZES: readonly (readonly [RegExp, low: number, high: number])[] = [
  [/year|årtal|byggår|\bår\b/, 1950, 2025],
  [/area|yta|kvm|kvadrat/, 12, 180],
  [/percent|procent|andel/, 5, 95],
  [/hour|timm|timme/, 1, 40],
  [/member|medlem|participant|deltag|besök|person|antal|count/, 5, 120]
];

/** A number within its limits: at one of them, or of a size that people write. */
export function whole(schema: NumberSchema, { chance, hint, isEdge }: Asked): number {
  if (schema.enum) return chance.pick(schema.enum);
  const [, low = 1, high = 60] = SIZES.find(([words]) => words.test(hint)) ?? [];
  const [least, most] = limitsOf(schema);
  if (isEdge)
    return chance.pick([
      Number.isFinite(least) ? least : Math.min(0, most),
      Number.isFinite(most) ? most : Math.max(least, high)
    ]);
  return stepped(clamped(chance.whole(low, high), [least, most]), schema, [least, most]);
}

/** An amount in öre: hundreds of kronor. */
export function amount(schema: NumberSchema, { chance, isEdge }: Asked): number {
  const [least, most] = limitsOf(schema);
  if (isEdge) return chance.pick([Number.isFinite(least) ? least : 0, Number.isFinite(most) ? most : 99_999_999_900]);
  const hundreds = chance.pick([chance.whole(5, 40), chance.whole(20, 200), chance.whole(100, 500)]);
  return stepped(clamped(hundreds * 10_000, [least, most]), schema, [least, most]);
}

export const decimal = ({ chance, isEdge }: Asked): string =>
  isEdge ? chance.pick(['0', '0.1', '99999.99']) : `${chance.whole(1, 40)}.${chance.whole(1, 9)}`;

const MOST_ROWS = 4;

/** How many rows or files. */
export function count(
  { minItems, maxItems }: { minItems: number; maxItems: number },
  { chance, isEdge }: Asked
): number {
  const most = Math.min(maxItems, Math.max(minItems, isEdge ? 12 : MOST_ROWS));
  return isEdge ? chance.pick([Math.min(minItems, most), most]) : chance.whole(Math.min(minItems, most), most);
}

type Limits = readonly [least: number, most: number];

function limitsOf({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: NumberSchema): Limits {
  const step = multipleOf ?? (type === 'integer' ? 1 : 0.01);
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum === undefined ? -Infinity : exclusiveMinimum + step);
  const most = Math.min(maximum ?? Infinity, exclusiveMaximum === undefined ? Infinity : exclusiveMaximum - step);
  if (multipleOf === undefined)
    return [type === 'integer' ? Math.ceil(least) : least, type === 'integer' ? Math.floor(most) : most];
  return [Math.ceil(least / multipleOf) * multipleOf, Math.floor(most / multipleOf) * multipleOf];
}

const clamped = (value: number, [least, most]: Limits): number => Math.min(most, Math.max(least, value));

function stepped(value: number, { multipleOf }: NumberSchema, limits: Limits): number {
  return multipleOf === undefined ? value : clamped(Math.round(value / multipleOf) * multipleOf, limits);
}
