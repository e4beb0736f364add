import type { Json } from '../definition/json.ts';
import { controlsOf, type PlacedControl } from '../definition/walk-form.ts';
import type { Definition } from '../flow/model.ts';
import type { FlowStatus } from '../flow/status.ts';
import { isIdentifying } from '../form/identifying.ts';
import type { CaseData } from '../form/model.ts';
import { at } from '../form/pointer.ts';

/** An answer that the citizen reads with the status. */
export interface ToldAnswer extends Pick<PlacedControl, 'form' | 'element'> {
  readonly value: Json;
}

/**
 * What the citizen is told with a status of what has been answered, in the order of the case type. Never what says who somebody is
 * or where they live, since whoever holds the status link reads it too. Pure.
 */
export function toldAnswers({ caseType }: Definition, { tells }: Pick<FlowStatus, 'tells'>, data: CaseData) {
  if (tells.length === 0) return [];
  const controls = new Map(controlsOf(caseType).map((control) => [control.answer, control]));
  const told = tells.flatMap((pointer): ToldAnswer[] => {
    const control = controls.get(pointer);
    const value = at(data, pointer);
    if (!control || value === undefined || value === null || isIdentifying(control.element)) return [];
    return [{ form: control.form, element: control.element, value }];
  });
  return told.filter((one, index) => !told.slice(index + 1).some((later) => isRebooked(one, later)));
}

/** A case has booked one time of a resource: a later answer is the time that it was moved to. */
const isRebooked = ({ element: { options } }: ToldAnswer, { element: { options: later } }: ToldAnswer): boolean =>
  'resource' in options && 'resource' in later && options.resource === later.resource;
