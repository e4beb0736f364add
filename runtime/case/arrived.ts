import type { JsonObject } from '../definition/json.ts';
import type { EventMeta } from '../definition/types.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { at } from '../form/pointer.ts';
import { isDay, type Day } from '../time/day.ts';

/** What staff registered that had come in: the day it arrived (TF 2:9) and from whom (OSL 5:2), where the form says. */
export interface Arrived {
  readonly on: Day;
  readonly from: string | null;
}

/**
 * What an event says of how that came in which staff register with it; null for any other event. Pure.
 *
 * @param data the case's document with the answers of the event
 * @returns `form.answers_invalid` with the fault `future` when it is said to have arrived after today
 */
export function arrivedOf({ arrived, form }: EventMeta, data: JsonObject, today: Day): Arrived | null | Refusal {
  if (!arrived) return null;
  const told = arrived.on === undefined ? undefined : at(data, arrived.on);
  const on = typeof told === 'string' && isDay(told) ? told : today;
  if (on > today) {
    const pointer = arrived.on?.slice(`/${form ?? ''}`.length) ?? '';
    return { ...refuse('form.answers_invalid'), faults: [{ pointer, code: 'future' }] };
  }
  const from = arrived.from === undefined ? undefined : at(data, arrived.from);
  return { on, from: typeof from === 'string' && from !== '' ? from : null };
}
