import type { Json, JsonObject } from '../definition/json.ts';
import type { Edit, LogEntry, Patch } from '../edit/model.ts';
import { isObject } from '../form/pointer.ts';
import { isUuid } from '../uuid.ts';

const MOST_ENTRIES = 500;
/** The edits that an editor posted; undefined when they are none. Pure. */
export function readEntries(posted: Json | undefined): Omit<LogEntry, 'by'>[] | undefined {
  if (!Array.isArray(posted) || posted.length > MOST_ENTRIES) return undefined;
  const entries = posted.map(entry);
  return entries.every((each) => each !== undefined) ? entries : undefined;
}

function entry(value: Json): Omit<LogEntry, 'by'> | undefined {
  if (!isObject(value)) return undefined;
  const { id, gesture, kind } = value;
  const edit = isObject(value.edit) ? readEdit(value.edit) : undefined;
  const named = typeof id === 'string' && isUuid(id) && typeof gesture === 'string' && gesture.length <= 100;
  if (!named || !edit || (kind !== 'do' && kind !== 'undo' && kind !== 'redo')) return undefined;
  return { id, gesture, kind, edit };
}

function readEdit({ command, patches, inverse, touches }: JsonObject): Edit | undefined {
  const forth = patchesOf(patches);
  const back = patchesOf(inverse);
  if (!forth || !back || typeof command !== 'string' || !Array.isArray(touches)) return undefined;
  return {
    command: command.slice(0, 100),
    patches: forth,
    inverse: back,
    touches: touches.filter((path) => typeof path === 'string')
  };
}

function patchesOf(value: Json | undefined): Patch[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const patches = value.map(patch);
  return patches.every((each) => each !== undefined) ? patches : undefined;
}

function patch(given: Json): Patch | undefined {
  if (!isObject(given)) return undefined;
  const { op, at, into, value } = given;
  const before = typeof given.before === 'string' ? { before: given.before } : {};
  if (op === 'insert' && typeof into === 'string' && value !== undefined) return { op, into, value, ...before };
  if (typeof at !== 'string') return undefined;
  if (op === 'put' && value !== undefined) return { op, at, value, ...before };
  if (op === 'move' && typeof into === 'string') return { op, at, into, ...before };
  return op === 'drop' || op === 'remove' ? { op, at } : undefined;
}
