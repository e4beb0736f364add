import { bookingFields } from '../definition/bookings.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { CaseData } from '../form/model.ts';
import { at } from '../form/pointer.ts';

const FIRST = '/application/';

/** A time of something, which one case at most holds. */
export interface Booking {
  readonly resource: string;
  /** `2026-12-01T09:00`, Europe/Stockholm. */
  readonly time: string;
}

/**
 * What a case holds while it is open: the times that its latest answers say. A time that was booked with the application is given
 * back when a later form books another of the same. Pure.
 */
export function bookingsOf(caseType: Pick<CaseType, 'forms'>, data: CaseData): Booking[] {
  const said = bookingFields(caseType).flatMap(({ resource, answer }) => {
    const time = at(data, answer);
    return typeof time === 'string' && time !== '' ? [{ resource, time, isFirst: answer.startsWith(FIRST) }] : [];
  });
  const moved = new Set(said.flatMap(({ isFirst, resource }) => (isFirst ? [] : [resource])));
  const held = said
    .filter(({ isFirst, resource }) => !isFirst || !moved.has(resource))
    .map(({ resource, time }) => ({ resource, time }));
  return [...new Map(held.map((booking) => [`${booking.resource} ${booking.time}`, booking])).values()];
}
