import { bookingFields } from '../definition/bookings.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { DecisionTable, Invoke } from '../definition/types.ts';
import { statesOf } from '../flow/walk.ts';
import { ANY, CASE_FACTS, objectType, type FieldType } from './field-type.ts';

/** The type of the one document of a case: every form, `/case`, `/fields` and `/results`. */
export function documentType({ settings, forms, flow, decisions }: CaseType): FieldType {
  const answers = Object.entries(forms).map(([key, { schema }]) => [key, objectType(schema.properties, schema.$defs)]);
  const booked = bookingFields({ forms }).map(({ answer }) => answer.split('/').slice(1));
  const automations = statesOf(flow).flatMap(({ config }) => config.invoke ?? []);
  const results = automations.map((invoke) => [invoke.id, resultType(invoke, decisions)]);
  const document: FieldType = {
    kind: 'object',
    fields: {
      ...Object.fromEntries(answers),
      case: CASE_FACTS,
      fields: objectType(settings.fields?.properties ?? {}),
      results: { kind: 'object', fields: Object.fromEntries(results) }
    }
  };
  return booked.reduce(dated, document);
}

/** A booked time is a date to whatever counts from it or compares it. */
function dated(type: FieldType, [segment, ...rest]: readonly string[]): FieldType {
  if (segment === undefined) return { kind: 'date' };
  const inner = type.kind === 'object' && Object.hasOwn(type.fields, segment) ? type.fields[segment] : undefined;
  if (type.kind !== 'object' || !inner) return type;
  return { kind: 'object', fields: { ...type.fields, [segment]: dated(inner, rest) } };
}

function resultType(invoke: Invoke, decisions: CaseType['decisions']): FieldType {
  if (invoke.src !== 'decision') return ANY;
  const table = Object.hasOwn(decisions, invoke.input.table) ? decisions[invoke.input.table] : undefined;
  return table ? { kind: 'object', fields: { ...outputTypes(table), error: { kind: 'text' } } } : ANY;
}

const OUTPUTS = {
  string: { kind: 'text' },
  integer: { kind: 'number' },
  number: { kind: 'number' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' }
} as const satisfies Record<DecisionTable['outputs'][number]['type'], FieldType>;

/** What a decision table gives, by the key of each output. */
export const outputTypes = ({ outputs }: DecisionTable): Record<string, FieldType> =>
  Object.fromEntries(outputs.map(({ key, type }) => [key, OUTPUTS[type]]));

/** The type at a JSON Pointer; undefined where nothing can stand. `*`, or a number, is a row of a list. */
export function typeAt(root: FieldType, pointer: string): FieldType | undefined {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<FieldType | undefined>((type, segment) => type && inside(type, segment), root);
}

function inside(type: FieldType, segment: string): FieldType | undefined {
  if (type.kind === 'any') return type;
  if (type.kind === 'list') return segment === '*' || /^\d+$/.test(segment) ? type.item : undefined;
  return type.kind === 'object' && Object.hasOwn(type.fields, segment) ? type.fields[segment] : undefined;
}
