import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { storageKeyOf } from '../persistence/case-files.server.ts';
import type { CaseFile } from './case-details.ts';
import type { Actor } from './model.ts';
import { readCase } from './read-case.server.ts';
import { isUuid } from '../uuid.ts';

/** A file of a case that the reader may see: one of a handling that is shown to them, or of what they handed in themselves. */
export async function readCaseFile(
  caseId: string,
  fileId: string,
  actor: Actor
): Promise<(CaseFile & { readonly storageKey: string }) | Refusal> {
  const found = await readCase(caseId, actor);
  if (isRefusal(found)) return found;
  const file = found.handlingar.flatMap(({ files }) => files).find(({ id }) => id === fileId);
  const storageKey = isUuid(fileId) ? await storageKeyOf(caseId, fileId) : undefined;
  if (!storageKey) return refuse('case.not_found');
  return file ? { ...file, storageKey } : refuse('access.denied');
}
