import { defineEntity, p } from '@mikro-orm/postgresql';
import { instant } from './columns.ts';

/** A fill of a demo, by its seed: how many cases it is to make, and whether it has. */
export const DemoFill = defineEntity({
  name: 'DemoFill',
  properties: {
    id: p.integer().primary().autoincrement(false),
    begunAt: instant(),
    doneAt: instant().nullable(),
    cases: p.integer().default(0)
  }
});

/** A case that a fill has made, by its key: it is not made again. */
export const DemoCase = defineEntity({
  name: 'DemoCase',
  properties: {
    key: p.text().primary(),
    fill: () => p.manyToOne(DemoFill)
  }
});
