import type { AnswerFault } from '#runtime/errors/refusal.ts';
import type { FAULT_CODES } from '#runtime/form/faults.ts';
import type { TextKey, Translate } from '#lib/text/translate.ts';

type Code =
  (typeof FAULT_CODES)[number] | 'file.infected' | 'file.too_large' | 'file.too_many' | 'file.type_not_allowed';

const TEXTS: Readonly<Record<Code, TextKey>> = {
  required: 'fault.required',
  type: 'fault.format',
  format: 'fault.format',
  pattern: 'fault.format',
  enum: 'fault.choose',
  const: 'fault.tick',
  minLength: 'fault.minLength',
  maxLength: 'fault.maxLength',
  minimum: 'fault.minimum',
  maximum: 'fault.maximum',
  exclusiveMinimum: 'fault.exclusiveMinimum',
  exclusiveMaximum: 'fault.exclusiveMaximum',
  multipleOf: 'fault.multipleOf',
  minItems: 'fault.minItems',
  maxItems: 'fault.maxItems',
  uniqueItems: 'fault.uniqueItems',
  additionalProperties: 'fault.other',
  order: 'fault.order',
  stopped: 'fault.stopped',
  taken: 'fault.taken',
  future: 'fault.future',
  'file.infected': 'error.file.infected',
  'file.too_large': 'error.file.too_large',
  'file.too_many': 'error.file.too_many',
  'file.type_not_allowed': 'error.file.type_not_allowed'
};

/** What is missing, by kind: one chooses, ticks, adds, points or writes. */
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
  'map-point': 'fault.point',
  'map-area': 'fault.area',
  'co-signers': 'fault.coSigners',
  booking: 'fault.time.choose'
};

/** How a value is written, by kind or part. */
const WRITTEN: Readonly<Record<string, TextKey>> = {
  date: 'fault.date',
  from: 'fault.date',
  to: 'fault.date',
  time: 'fault.time',
  number: 'fault.number',
  money: 'fault.money',
  email: 'fault.email',
  phone: 'fault.phone',
  'personal-number': 'fault.personalNumber',
  personalNumber: 'fault.personalNumber',
  'organisation-number': 'fault.organisationNumber',
  organisationNumber: 'fault.organisationNumber',
  postalCode: 'fault.postalCode',
  'yes-no': 'fault.choose',
  'map-point': 'fault.point',
  'map-area': 'fault.area'
};

/** What is wrong with how many, by kind. */
const COUNTED: Readonly<Record<string, TextKey>> = {
  'map-area.minItems': 'fault.area',
  'co-signers.uniqueItems': 'fault.coSignersTwice',
  'booking.enum': 'fault.time.choose',
  'searchable-list.enum': 'fault.choose',
  'searchable-list.maxLength': 'fault.choose'
};

/** Faults that the case type's own sentence may say better; the others carry a limit that it does not know. */
const WORDED_BY_FORM = new Set(['required', 'type', 'format', 'pattern', 'enum', 'const']);
/** Faults of what cannot be read as its kind: of a number of fixed length, too long is as wrong as a letter. */
const MALFORMED = new Set(['type', 'format', 'pattern', 'maxLength', 'minLength']);

const isCode = (code: string): code is Code => Object.hasOwn(TEXTS, code);

function keyOf(code: string, looks: string): TextKey {
  const special =
    COUNTED[`${looks}.${code}`] ??
    (code === 'required' ? MISSING[looks] : MALFORMED.has(code) ? WRITTEN[looks] : undefined);
  return special ?? (isCode(code) ? TEXTS[code] : 'fault.other');
}

/** Limits are kept in the unit that is stored; öre are asked in kronor. */
const shownLimit = (limit: unknown, looks: string): number => Number(limit ?? 1) / (looks === 'money' ? 100 : 1);

/**
 * What is wrong with an answer, as a sentence for where it stands.
 * @param looks the field kind, or the part of it that the fault is in
 * @param worded the case type's own sentence for a wrong answer here
 */
export function faultText(t: Translate, fault: AnswerFault, looks: string, worded?: string): string {
  if (worded !== undefined && WORDED_BY_FORM.has(fault.code)) return worded;
  const sentence = t(keyOf(fault.code, looks), { limit: shownLimit(fault.params?.['limit'], looks) });
  // A refused file is named: several may have been sent at once.
  const name = fault.params?.['name'];
  return typeof name === 'string' ? `${name}: ${sentence}` : sentence;
}
