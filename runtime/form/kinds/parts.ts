import type { Json } from '../../definition/json.ts';
import { isObject } from '../pointer.ts';
import type { Kind, Look } from './model.ts';
import { lines } from './text-of.ts';

export type Parts = Readonly<Record<string, Kind>>;

/** A kind of several inputs, posted below its pointer by key. The form's schema says which of the parts it asks for. */
export const partsKind = (kind: Required<Pick<Kind, 'parts' | 'schema' | 'format'>> & Pick<Kind, 'fault'>): Kind => ({
  asks: true,
  grouped: true,
  parse: () => undefined,
  write: () => '',
  ...kind
});

/** Prints parts of one answer as text; empty for one that is missing. */
export const partPrinter =
  (parts: Parts, value: Json, look: Look) =>
  (key: string): string => {
    const part = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return part === undefined ? '' : (parts[key]?.format(part, look) ?? []).join(' ');
  };

/** Texts on one line. */
export const onLine = (...texts: readonly string[]): string => lines(...texts).join(' ');
