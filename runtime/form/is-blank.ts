import type { Json } from '../definition/json.ts';

/** Whether a value answers nothing: white space, an empty list, an object without parts. `false` and 0 are answers. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}
