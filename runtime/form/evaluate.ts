import type { Json } from '../definition/json.ts';
import type { Arithmetic, Condition, Count, Sum, Value } from '../definition/types.ts';
import { fold, round } from './arithmetic.ts';
import { holds } from './compare.ts';
import { daysBetween } from '../time/day.ts';
import { dayOf } from './day.ts';
import { all, any, not } from './kleene.ts';
import type { Environment, Truth } from './model.ts';
import { at } from './pointer.ts';

/** What bounds one evaluation: no condition, and no circle of named ones, takes more than this. What is beyond is unknown. */
const DEEPEST = 50;
const STEPS = 100_000;

interface Scope extends Environment {
  /** Counts in place: a scope is only copied for the rows of a list. */
  readonly budget: { steps: number; depth: number };
}

const begin = (env: Environment): Scope => ({ ...env, budget: { steps: STEPS, depth: 0 } });

/** Looks one level deeper; unknown when the evaluation has had its share. */
function deeper<Known, What>(look: (what: What, scope: Scope) => Known, what: What, scope: Scope): Known | undefined {
  const { budget } = scope;
  budget.steps -= 1;
  if (budget.depth >= DEEPEST || budget.steps < 0) return undefined;
  budget.depth += 1;
  const known = look(what, scope);
  budget.depth -= 1;
  return known;
}

/**
 * Whether a condition holds: true, false or unknown (Kleene). An answer that is missing or hidden makes every
 * comparison with it unknown; `answered` alone is always known. Pure; ends for every input.
 */
export const evaluate = (condition: Condition, env: Environment): Truth => truth(condition, begin(env));

/**
 * What a value comes to: a literal is itself, `from` and `item` are looked up, `calc` is computed exactly.
 * Undefined when something that it needs is unknown. Pure; ends for every input.
 */
export const compute = (value: Value, env: Environment): Json | undefined => result(value, begin(env));

const lookUp = (pointer: string, scope: Scope): Json | undefined =>
  pointer === '/case/today' ? scope.today : at(scope.data, pointer);

const truth = (condition: Condition, scope: Scope): Truth => deeper(judged, condition, scope);

function judged(condition: Condition, scope: Scope): Truth {
  switch (condition.op) {
    case 'and':
      return all(condition.args.map((arg) => truth(arg, scope)));
    case 'or':
      return any(condition.args.map((arg) => truth(arg, scope)));
    case 'not':
      return not(all(condition.args.map((arg) => truth(arg, scope))));
    case 'ref':
      return named(condition.condition, scope);
    case 'some':
      return rowTruths(condition, scope, any);
    case 'every':
      return rowTruths(condition, scope, all);
    case 'count':
      return rowTruths(condition, scope, (rows) => counted(rows, condition, scope));
    default:
      return compared(condition, scope);
  }
}

function named(name: string, scope: Scope): Truth {
  const condition = Object.hasOwn(scope.conditions, name) ? scope.conditions[name] : undefined;
  return condition && truth(condition, scope);
}

interface Rows {
  readonly list: string;
  readonly where?: Condition;
}

function rowTruths({ list, where }: Rows, scope: Scope, judge: (rows: readonly Truth[]) => Truth): Truth {
  const rows = lookUp(list, scope);
  return Array.isArray(rows) ? judge(rows.map((item) => !where || truth(where, { ...scope, item }))) : undefined;
}

/** Rows that cannot be told leave a span of counts; the answer is known when the whole span gives the same. */
function counted(rows: readonly Truth[], { is, value }: Count, scope: Scope): Truth {
  const wanted = result(value, scope) ?? null;
  const least = rows.filter((known) => known === true).length;
  const unsure = rows.filter((known) => known === undefined).length;
  const span = Array.from({ length: unsure + 1 }, (_, extra) =>
    holds(is, least + extra, { wanted, today: scope.today })
  );
  return span.every((known) => known === span[0]) ? span[0] : undefined;
}

type Compared = Exclude<Condition, { args: Condition[] } | { list: string } | { condition: string }>;

function compared(condition: Compared, scope: Scope): Truth {
  const answer = operand(condition, scope) ?? null;
  if (condition.op === 'answered') return answer !== null;
  if (!('value' in condition)) return answer === null ? undefined : isEmpty(answer);
  return holds(condition.op, answer, { wanted: wantedBy(condition.value, scope), today: scope.today });
}

function operand({ field, item }: { field?: string; item?: string }, scope: Scope): Json | undefined {
  if (item !== undefined) return at(scope.item, item);
  return field === undefined ? undefined : lookUp(field, scope);
}

/** What is not known stands as null, which no comparison tells anything of. */
const wantedBy = (value: Value | Value[], scope: Scope): Json =>
  (Array.isArray(value) ? value.map((entry) => result(entry, scope) ?? null) : result(value, scope)) ?? null;

const isEmpty = (answer: Json): boolean => answer === '' || (Array.isArray(answer) && answer.length === 0);

const result = (value: Value, scope: Scope): Json | undefined => deeper(computed, value, scope);

function computed(value: Value, scope: Scope): Json | undefined {
  if (typeof value !== 'object') return value;
  if ('from' in value) return lookUp(value.from, scope);
  if (!('calc' in value)) return at(scope.item, value.item);
  switch (value.calc) {
    case 'sum':
      return sum(value, scope);
    case 'round':
      return round(result(value.value, scope), value.decimals);
    case 'daysBetween':
      return days(value.args.map((arg) => dayOf(result(arg, scope))));
    case 'if':
      return chosen(truth(value.condition, scope) ?? null, value, scope);
    default:
      return arithmetic(value, scope);
  }
}

/** A row that the condition cannot be told for makes the sum unknown, as one without its number does. */
function sum({ list, item, where }: Sum, scope: Scope): Json | undefined {
  const rows = lookUp(list, scope);
  if (!Array.isArray(rows)) return undefined;
  const judged = rows.map((row) => ({ row, counts: where ? truth(where, { ...scope, item: row }) : true }));
  if (judged.some(({ counts }) => counts === undefined)) return undefined;
  const numbers = judged.filter(({ counts }) => counts).map(({ row }) => at(row, item));
  return numbers.length === 0 ? 0 : fold('add', numbers);
}

function arithmetic({ calc, args, decimals }: Arithmetic, scope: Scope): Json | undefined {
  const total = fold(
    calc,
    args.map((arg) => result(arg, scope))
  );
  return decimals === undefined ? total : round(total, decimals);
}

function days([from, to]: readonly (string | undefined)[]): number | undefined {
  return from === undefined || to === undefined ? undefined : daysBetween(from, to);
}

function chosen(known: boolean | null, choice: { then: Value; else?: Value }, scope: Scope): Json | undefined {
  if (known === null) return undefined;
  const branch = known ? choice.then : choice.else;
  return branch === undefined ? undefined : result(branch, scope);
}
