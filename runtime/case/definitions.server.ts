import { parseDocument } from '../definition/parse.server.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { compile } from '../flow/compile.ts';
import type { Definition } from '../flow/model.ts';
import { partsOf } from '../persistence/case-types.server.ts';

const MOST_KEPT = 200;
const kept = new Map<string, Promise<Definition>>();

/**
 * The definition of a published version, ready to run. A version never changes, so it is read and compiled once per process.
 *
 * @throws PlatformError `case_type.version_missing`, `case_type.version_unreadable`: what was published must be there and sound
 */
export function definitionOf(versionId: string): Promise<Definition> {
  const known = kept.get(versionId);
  if (known) return known;
  const made = make(versionId);
  made.catch(() => kept.delete(versionId));
  kept.set(versionId, made);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return made;
}

async function make(versionId: string): Promise<Definition> {
  const parts = await partsOf(versionId);
  if (parts === undefined) throw new PlatformError('case_type.version_missing', { versionId });
  const { caseType, problems } = parseDocument(JSON.parse(parts));
  if (!caseType) {
    const codes = problems.map(({ code }) => code);
    throw new PlatformError('case_type.version_unreadable', { versionId, problems: codes });
  }
  return compile(caseType);
}
