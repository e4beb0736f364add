import { stockholmDay } from '#runtime/time/day.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { map } from '#lib/server/map.ts';
import { clock } from '#lib/server/services.ts';

export const load = (event) => {
  requireDesigner(event);
  return { map, today: stockholmDay(clock.now()) };
};
