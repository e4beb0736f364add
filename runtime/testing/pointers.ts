import type { Json } from '../definition/json.ts';

/** A JSON Pointer to every key and every entry of a document. */
export function pointersIn(node: Json, pointer = ''): string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [place, ...pointersIn(value, place)];
  });
}
