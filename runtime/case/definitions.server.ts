import { parseDocument } from '../definition/parse.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { compile } from '../flow/compile.ts';
import type { Definition } from '../flow/model.ts';
import { partsOf } from '../persistence/case-types.server.ts';
import type { Run } from '../persistence/transaction.server.ts';

const MOST_KEPT = 200;
const kept = new Map<string, Definition>();

/**
 * The definition of a published version, ready to run. A version never changes, so it is read and compiled once per process.
 *
 * @param run where it is read: inside a transaction, by the transaction's own connection
 * @throws PlatformError `case_type.version_missing`, `case_type.version_unreadable`: what was published must be there and sound
 */
export async function definitionOf(versionId: string, run?: Run): Promise<Definition> {
  const known = kept.get(versionId) ?? (await made(versionId, run));
  kept.set(versionId, known);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return known;
}

async function made(versionId: string, run: Run | undefined): Promise<Definition> {
  const parts = await partsOf(versionId, run);
  if (parts === undefined) throw new PlatformError('case_type.version_missing', { versionId });
  const { caseType, problems } = parseDocument(JSON.parse(parts));
  if (!caseType) {
    const codes = problems.map(({ code }) => code);
    throw new PlatformError('case_type.version_unreadable', { versionId, problems: codes });
  }
  return compile(caseType);
}
