export type * from '#runtime/edit/model.ts';
