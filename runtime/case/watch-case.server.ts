import { caseChanges, type CaseChanges } from '../persistence/case-changes.server.ts';
import { seenSeq } from '../persistence/load-case.server.ts';

let changes: CaseChanges | undefined;

/**
 * Calls `news` when a case has moved beyond the step that somebody saw: at once if it has already, else when another changes it.
 * What the platform files by itself moves nothing that a page shows. Who may see the case is asked before.
 *
 * @returns ends the watching; nothing is told afterwards, also of a look that was under way
 */
export function watchCase(caseId: string, seq: number, news: (seq: number) => void): () => void {
  let ended = false;
  const look = async () => {
    const now = await seenSeq(caseId).catch(() => 0); // a database that is away is asked again by the next change
    if (now > seq && !ended) news(now);
  };
  changes ??= caseChanges();
  const unwatch = changes.watch(caseId, () => void look());
  void look();
  return () => {
    ended = true;
    unwatch();
  };
}

/** Lets go of the connection that listens, so that the process can end. */
export async function stopWatching(): Promise<void> {
  await changes?.stop();
  changes = undefined;
}
