import type { Truth } from './model.ts';

/** Kleene's strong logic of three values; undefined is unknown. */
export const not = (known: Truth): Truth => (known === undefined ? undefined : !known);

export const any = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;

export const all = (truths: readonly Truth[]): Truth => not(any(truths.map(not)));
