import { requireDesigner } from '#lib/server/design/guard.ts';
import { map } from '#lib/server/map.ts';
import { clock } from '#lib/server/services.ts';

export const load = (event) => {
  requireDesigner(event);
  return { map, now: clock.now() };
};
