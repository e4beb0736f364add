import type { FieldKind } from '../../definition/types.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import { address } from './address.ts';
import { booking } from './booking.ts';
import { chooseMany, chooseOne, searchableList } from './choose.ts';
import { coSigners } from './co-signers.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { longText } from './long-text.ts';
import { mapArea } from './map-area.ts';
import { mapPoint } from './map-point.ts';
import type { Kind } from './model.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { organisationNumber } from './organisation-number.ts';
import { period } from './period.ts';
import { child, company, person } from './person.ts';
import { personalNumber } from './personal-number.ts';
import { phone } from './phone.ts';
import { rows } from './rows.ts';
import { property, signature, text } from './text.ts';
import { time } from './time.ts';
import { calculated, notice, payment, stop } from './without-question.ts';
import { consent, yesNo } from './yes-no.ts';

/** Every kind of field, closed: a kind without an entry is a fault of types. */
export const KINDS: Readonly<Record<FieldKind, Kind>> = {
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
  'map-area': mapArea,
  'personal-number': personalNumber,
  'organisation-number': organisationNumber,
  person,
  company,
  child,
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
  signature,
  'co-signers': coSigners,
  payment,
  booking
};

export const isKind = (kind: string): kind is FieldKind => Object.hasOwn(KINDS, kind);

/** The kind of a control. Throws `form.kind_unknown` for one that the schemas refuse. */
export function kindOf(kind: FieldKind): Kind {
  if (!isKind(kind)) throw new PlatformError('form.kind_unknown', { kind });
  return KINDS[kind];
}
