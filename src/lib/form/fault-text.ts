import type { AnswerFault } from '#runtime/errors/refusal.ts';
import type { TextKey, Translate } from '#lib/text/translate.ts';

/** Faults that a text of the case type may word better than we can; the others carry a limit that it does not know. */
const WORDED_BY_FORM = new Set(['required', 'type', 'format', 'pattern', 'enum', 'const']);

/** How each keyword is said. What is not here is said in general. */
const TEXTS: Readonly<Record<string, TextKey>> = {
  required: 'fault.required',
  format: 'fault.format',
  pattern: 'fault.format',
  type: 'fault.format',
  minLength: 'fault.minLength',
  maxLength: 'fault.maxLength',
  minimum: 'fault.minimum',
  maximum: 'fault.maximum',
  exclusiveMinimum: 'fault.exclusiveMinimum',
  exclusiveMaximum: 'fault.exclusiveMaximum',
  minItems: 'fault.minItems',
  maxItems: 'fault.maxItems',
  uniqueItems: 'fault.uniqueItems',
  order: 'fault.order',
  'file.infected': 'error.file.infected',
  'file.too_large': 'error.file.too_large',
  'file.too_many': 'error.file.too_many',
  'file.type_not_allowed': 'error.file.type_not_allowed'
};

/** What is missing, by kind: one chooses, ticks, adds or writes. */
const MISSING: Readonly<Record<string, TextKey>> = {
  'choose-one': 'fault.choose',
  'searchable-list': 'fault.choose',
  'yes-no': 'fault.choose',
  'choose-many': 'fault.chooseSome',
  consent: 'fault.tick',
  declaration: 'fault.tick',
  file: 'fault.file',
  'repeating-group': 'fault.minItems',
  table: 'fault.minItems',
  'map-point': 'fault.point'
};

/** How a value is written, by kind. */
const WRITTEN: Readonly<Record<string, TextKey>> = {
  date: 'fault.date',
  time: 'fault.time',
  number: 'fault.number',
  money: 'fault.money',
  email: 'fault.email',
  phone: 'fault.phone',
  'personal-number': 'fault.personalNumber',
  'organisation-number': 'fault.organisationNumber',
  postalCode: 'fault.postalCode'
};

const MALFORMED = new Set(['format', 'type', 'pattern']);

function keyOf(code: string, kind: string): TextKey {
  const special = code === 'required' ? MISSING[kind] : MALFORMED.has(code) ? WRITTEN[kind] : undefined;
  return special ?? TEXTS[code] ?? 'fault.other';
}

export interface Faulty {
  /** The field kind, or the key of the part that the fault is in. */
  readonly kind: string;
  /** The case type's own sentence for a wrong answer here. */
  readonly worded: string | undefined;
}

/** The sentence by the field. Parameters are filled in as text; a refused file is named. */
export function faultText(t: Translate, fault: AnswerFault, { kind, worded }: Faulty): string {
  if (worded !== undefined && WORDED_BY_FORM.has(fault.code)) return worded;
  const { limit = 1, name = '' } = { ...fault.params };
  const shown = kind === 'money' && typeof limit === 'number' ? limit / 100 : Number(limit);
  const sentence = t(keyOf(fault.code, kind), { limit: shown });
  return name === '' ? sentence : `${String(name)}: ${sentence}`;
}
