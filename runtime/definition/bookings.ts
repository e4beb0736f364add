import type { CaseType } from './case-type.ts';
import { controlsOf } from './walk-form.ts';

/** A question that asks for a time to book. */
interface BookingField {
  readonly form: string;
  readonly resource: string;
  /** Where its answer stands in the case's document. */
  readonly answer: string;
}

/** The questions of a case type that book a time. In a row of a repeating group none is booked. Pure. */
export const bookingFields = (caseType: Pick<CaseType, 'forms'>): BookingField[] =>
  controlsOf(caseType).flatMap(({ form, list, answer, element: { options } }) =>
    list === null && 'resource' in options ? [{ form, answer, resource: options.resource }] : []
  );
