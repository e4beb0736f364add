import type { Control, Label } from './generated/case-type.ts';

export type * from './generated/case-type.ts';

/** Every kind of field, also those that only inform. */
export type FieldKind = Control['options']['kind'] | Label['options']['kind'];
