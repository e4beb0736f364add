import type { Json } from '../definition/json.ts';

/** The ids of all kept files that answers name, in any form: an object with `id`, `name`, `size` and `type` is a file reference. Pure. */
export function fileIdsIn(answers: Json): string[] {
  if (Array.isArray(answers)) return answers.flatMap(fileIdsIn);
  if (answers === null || typeof answers !== 'object') return [];
  const { id, name, size, type } = answers;
  if (typeof id === 'string' && name !== undefined && size !== undefined && type !== undefined) return [id];
  return Object.values(answers).flatMap(fileIdsIn);
}
