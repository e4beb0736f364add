import { bookingFields } from '../definition/bookings.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { Environment } from '../form/model.ts';
import { takenTimes } from '../persistence/bookings.server.ts';

/** What a form must know of booked times, for its environment; a case does not stand in its own way. Nothing where it books none. */
export async function takenFor(
  caseType: Pick<CaseType, 'forms'>,
  { form, caseId = null }: { readonly form: string; readonly caseId?: string | null }
): Promise<Pick<Environment, 'taken'>> {
  const resources = bookingFields(caseType).flatMap((field) => (field.form === form ? [field.resource] : []));
  return resources.length === 0 ? {} : { taken: await takenTimes(resources, caseId) };
}
