import type { FieldKind } from '../../definition/types.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import { address } from './address.ts';
import { chooseMany, chooseOne, searchableList } from './choose.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { longText } from './long-text.ts';
import { mapPoint } from './map-point.ts';
import type { Kind } from './model.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { organisationNumber } from './organisation-number.ts';
import { period } from './period.ts';
import { company, person } from './person.ts';
import { personalNumber } from './personal-number.ts';
import { phone } from './phone.ts';
import { rows } from './rows.ts';
import { property, signature, text } from './text.ts';
import { time } from './time.ts';
import { calculated, notice, stop } from './without-question.ts';
import { consent, yesNo } from './yes-no.ts';

/** Kinds that the format names and the platform does not have yet. */
type Planned = 'map-area' | 'child' | 'co-signers' | 'payment' | 'booking';
export type BuiltKind = Exclude<FieldKind, Planned>;

/** Every kind of field, closed: a kind without an entry is a fault of types. */
export const KINDS: Readonly<Record<BuiltKind, Kind>> = {
  text,
  'long-text': longText,
  number,
  money,
  date,
  period,
  time,
  'yes-no': yesNo,
  'choose-one': chooseOne,
  'choose-many': chooseMany,
  'searchable-list': searchableList,
  file,
  address,
  property,
  'map-point': mapPoint,
  'personal-number': personalNumber,
  'organisation-number': organisationNumber,
  person,
  company,
  email,
  phone,
  'repeating-group': rows,
  table: rows,
  information: notice,
  warning: notice,
  stop,
  consent,
  declaration: consent,
  calculated,
  signature
};

export const isBuilt = (kind: string): kind is BuiltKind => Object.hasOwn(KINDS, kind);

/** The kind of a control. Throws `form.kind_not_built` for one that the check refuses. */
export function kindOf(kind: FieldKind): Kind {
  if (!isBuilt(kind)) throw new PlatformError('form.kind_not_built', { kind });
  return KINDS[kind];
}
