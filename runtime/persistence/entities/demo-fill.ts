import { defineEntity, p } from '@mikro-orm/postgresql';
import { instant } from './columns.ts';

/** The first fill of a demo: one row, when it has begun. */
export const DemoFill = defineEntity({
  name: 'DemoFill',
  properties: { id: p.integer().primary().autoincrement(false), begunAt: instant(), doneAt: instant().nullable() }
});
