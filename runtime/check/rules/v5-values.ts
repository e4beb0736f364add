import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Literal, Value } from '../../definition/types.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import { statesOf } from '../../flow/walk.ts';
import { actionsOf } from '../actions.ts';
import { typeAt } from '../document-type.ts';
import { typeOf, type FieldType } from '../field-type.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V5');

const NUMBER: FieldType = { kind: 'number' };
const DATE: FieldType = { kind: 'date' };
const TEXT: FieldType = { kind: 'text' };

/** What a value must be, and where it stands. */
interface Wish {
  readonly wanted: FieldType;
  readonly document: FieldType;
  readonly pointer: string;
  /** The list whose row `item` means. */
  readonly list: string | null;
}

/** Values that actions, automations and calculated answers use, against what they are written to. */
export function checkValues(caseType: CaseType, document: FieldType): Problem[] {
  const place = { document, list: null };
  const actions = actionsOf(caseType).flatMap(({ action, pointer }) => {
    if (action.type === 'assign' && typeof action.params.unit === 'object')
      return valueFaults(action.params.unit, { ...place, wanted: TEXT, pointer: `${pointer}/params/unit` });
    if (action.type !== 'set-field') return [];
    const wanted = typeAt(document, action.params.field);
    return wanted ? valueFaults(action.params.value, { ...place, wanted, pointer: `${pointer}/params/value` }) : [];
  });
  const automations = statesOf(caseType.flow).flatMap(({ config: { invoke }, pointer }) => {
    const at = `/flow${pointer}/invoke/input`;
    if (invoke?.src === 'payment')
      return valueFaults(invoke.input.amount, { ...place, wanted: NUMBER, pointer: `${at}/amount` });
    return invoke?.src === 'population-register' && invoke.input.person !== undefined
      ? valueFaults(invoke.input.person, { ...place, wanted: TEXT, pointer: `${at}/person` })
      : [];
  });
  const calculated = controlsOf(caseType).flatMap(({ element: { options }, schema, list, form, pointer }) => {
    if (options.kind === 'payment')
      return valueFaults(options.amount, { document, list, wanted: NUMBER, pointer: `${pointer}/options/amount` });
    if (options.kind !== 'calculated' || !schema) return [];
    const wanted = typeOf(schema, caseType.forms[form]?.schema.$defs);
    return valueFaults(options.value, { document, list, wanted, pointer: `${pointer}/options/value` });
  });
  return [...actions, ...automations, ...calculated];
}

/** What keeps a value from being what is wanted. */
export function valueFaults(value: Value, wish: Wish): Problem[] {
  const { wanted, document, pointer, list } = wish;
  if (typeof value !== 'object') return literalFaults(value, wish);
  if ('calc' in value) return calculationFaults(value, wish);
  const field = 'from' in value ? value.from : `${list}/*${value.item}`;
  const held = typeAt(document, field);
  return held === undefined || agree(held, wanted)
    ? []
    : [error('value-does-not-fit', pointer, { type: wanted.kind, value: field })];
}

const isDate = ({ kind }: FieldType) => kind === 'date' || kind === 'date-time';

const agree = (held: FieldType, wanted: FieldType): boolean =>
  held.kind === 'any' || wanted.kind === 'any' || held.kind === wanted.kind || (isDate(held) && isDate(wanted));

type Calculation = Extract<Value, { calc: string }>;

function calculationFaults(value: Calculation, wish: Wish): Problem[] {
  const inside = (part: Value, wanted: FieldType, path: string) =>
    valueFaults(part, { ...wish, wanted, pointer: `${wish.pointer}/${path}` });
  if (value.calc === 'if')
    return [
      ...inside(value.then, wish.wanted, 'then'),
      ...(value.else === undefined ? [] : inside(value.else, wish.wanted, 'else'))
    ];
  const result = agree(NUMBER, wish.wanted)
    ? []
    : [error('value-does-not-fit', wish.pointer, { type: wish.wanted.kind, value: value.calc })];
  if (value.calc === 'round') return [...result, ...inside(value.value, NUMBER, 'value')];
  if (value.calc === 'sum') return [...result, ...sumFaults(value, wish)];
  const part = value.calc === 'daysBetween' ? DATE : NUMBER;
  return [...result, ...value.args.flatMap((arg, index) => inside(arg, part, `args/${index}`))];
}

function sumFaults({ list, item }: Extract<Calculation, { calc: 'sum' }>, { document, pointer }: Wish): Problem[] {
  const rows = typeAt(document, list);
  if (rows && rows.kind !== 'list' && rows.kind !== 'any')
    return [error('not-a-list', `${pointer}/list`, { type: rows.kind })];
  const summed = typeAt(document, `${list}/*${item}`);
  return summed && !agree(summed, NUMBER)
    ? [error('value-does-not-fit', `${pointer}/item`, { type: 'number', value: `${list}/*${item}` })]
    : [];
}

const SHAPES: Partial<Record<FieldType['kind'], RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?$/,
  time: /^\d\d:\d\d(:\d\d)?$/
};

function literalFaults(value: Literal, { wanted, pointer }: Wish): Problem[] {
  if (wanted.kind === 'text' && typeof value === 'string')
    return wanted.options?.includes(value) === false
      ? [error('unknown-option', pointer, { value, options: wanted.options })]
      : [];
  return fits(value, wanted) ? [] : [error('value-does-not-fit', pointer, { type: wanted.kind, value })];
}

function fits(value: Literal, { kind }: FieldType): boolean {
  if (kind === 'any') return true;
  if (kind === 'boolean') return typeof value === 'boolean';
  // A decimal is a string, so that it stays exact.
  if (kind === 'number')
    return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  return typeof value === 'string' && (SHAPES[kind]?.test(value) ?? false);
}
