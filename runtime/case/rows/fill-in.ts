import type { Json } from '../../definition/json.ts';

/**
 * A text with each `{name}` as the values say. A name without a value leaves nothing, since a notice cannot show a gap
 * that only we understand; what a value brings along is never filled in again. Pure.
 */
export const fillIn = (text: string, values: Readonly<Record<string, Json>>): string =>
  text
    .replace(/\{([a-zA-Z]\w*)\}/g, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    })
    .replace(/[ \t]+(?=[.,]|$)/gm, '');
