import type { Actor } from '../access/model.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { insertPart, newestParts, type PartRow } from '../persistence/library.server.ts';
import { openedDesign } from './design.server.ts';

/** A part in its newest version. Its fragment is the designer's, as JSON. */
export interface SavedPart {
  readonly organ: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly fragment: string;
  readonly by: string;
  readonly at: Date;
}

const LONGEST = 256_000;

/** The parts of the organ that owns a design; `case_type.not_found`, `access.denied`. */
export async function libraryParts(slug: string, actor: Actor): Promise<readonly SavedPart[] | Refusal> {
  const opened = await openedDesign(slug, actor);
  return isRefusal(opened) ? opened : (await newestParts(opened.row.organ)).map(partOf);
}

/** What is saved, by its name or as a new version of a part that the organ has. */
export interface PartGiven {
  readonly key: string;
  readonly name: string;
  readonly fragment: string;
  readonly isNew: boolean;
}

/**
 * Saves a part for the organ that owns a design, as the version after the newest; the same again saves nothing. Refuses `edit.key_taken` for
 * a new part with the key of another, `edit.nowhere` for a new version of none, `form.too_large` above 256,000 characters, and
 * `edit.conflict` when somebody saved meanwhile.
 */
export async function savePart(
  slug: string,
  { key, name, fragment, isNew }: PartGiven,
  { actor, now }: { readonly actor: Actor; readonly now: Date }
): Promise<SavedPart | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  if (fragment.length > LONGEST) return refuse('form.too_large');
  const { organ } = opened.row;
  const newest = (await newestParts(organ)).find((part) => part.key === key);
  if (newest && isNew) return refuse('edit.key_taken', { key });
  if (!newest && !isNew) return refuse('edit.nowhere', { path: key });
  if (newest?.fragment === fragment && newest.name === name) return partOf(newest);
  const part = { organ, key, name, fragment, version: (newest?.version ?? 0) + 1 };
  const saved = await insertPart(part, opened.person.personId, now);
  return saved ? { ...part, by: opened.person.name, at: now } : refuse('edit.conflict');
}

const partOf = ({ saved_by, saved_at, ...part }: PartRow): SavedPart => ({
  ...part,
  by: saved_by,
  at: new Date(saved_at)
});
