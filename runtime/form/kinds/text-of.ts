import type { Json } from '../../definition/json.ts';

/** An answer of one value as plain text; what is no single value has none. */
export const textOf = (value: Json): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** What was typed in one input. A page may post an empty hidden input before it, so the last one with text counts. */
export const typed = (posted: readonly string[]): string | undefined =>
  posted.findLast((text) => text.trim() !== '')?.trim();

/** Without any white space, also the kinds of it that are pasted with numbers. */
export const compact = (text: string): string => text.replace(/[\s\u200b\u2060\ufeff]+/g, '');

/** Lines that hold something. */
export const lines = (...parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');
