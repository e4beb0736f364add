import { chainHash, type Hex } from '../persistence/hash.server.ts';
import { caseChains, type CaseChain } from '../persistence/read-chains.server.ts';
import { beslutHash } from './rows/beslut-rows.server.ts';
import { submissionHash, toJson } from './rows/context.server.ts';

/** What is wrong with a timeline, and at which entry. */
export interface TimelineFault {
  readonly caseId: string;
  readonly seq: number;
  /**
   * `changed`: the entry is not what it was; `missing`: one between others is gone; `inserted`: one is there that the case does not
   * know; `cut-off`: the last ones are gone; `removed`: gallrad without a beslut; `content-changed`, `content-missing`: what the
   * entry vouches for is not what it was.
   */
  readonly fault: 'changed' | 'missing' | 'inserted' | 'cut-off' | 'removed' | 'content-changed' | 'content-missing';
}

export interface TimelineVerdict {
  readonly cases: number;
  readonly entries: number;
  readonly faults: readonly TimelineFault[];
}

/** Reads every timeline and what it vouches for, and says where it is not as it was written. Changes nothing. */
export async function verifyTimeline(): Promise<TimelineVerdict> {
  const faults: TimelineFault[] = [];
  let cases = 0;
  let entries = 0;
  for await (const chain of caseChains()) {
    cases += 1;
    entries += chain.timeline.length;
    faults.push(...faultsOf(chain));
  }
  return { cases, entries, faults };
}

/** The faults of one case's chain. Pure. */
export function faultsOf(chain: CaseChain): TimelineFault[] {
  const { id: caseId, seq: length, head, timeline } = chain;
  const faults: TimelineFault[] = [];
  const tell = (seq: number, fault: TimelineFault['fault']) => faults.push({ caseId, seq, fault });
  let previous: CaseChain['timeline'][number] | undefined;
  for (const row of timeline) {
    const expected = (previous?.seq ?? 0) + 1;
    if (row.seq > length) tell(row.seq, 'inserted');
    else if (row.seq !== expected) tell(expected, 'missing');
    else if (row.previous !== (previous?.hash ?? null)) tell(row.seq, 'changed');
    else if (!isWhole(row)) tell(row.seq, row.entry === null ? 'removed' : 'changed');
    else contentFaults(chain, row).forEach((fault) => tell(row.seq, fault));
    previous = row;
  }
  const last = timeline.findLast(({ seq }) => seq <= length);
  if ((last?.seq ?? 0) < length) tell(length, 'cut-off');
  else if (last?.hash !== head && faults.length === 0) tell(length, 'changed');
  return faults;
}

/** The entry's own hash holds; of one that was removed by a beslut only the links are left to hold. */
function isWhole({
  case_id: caseId,
  seq,
  at,
  actor,
  entry,
  previous,
  hash,
  removal_decided
}: CaseChain['timeline'][number]): boolean {
  if (entry === null) return removal_decided;
  return hash === chainHash(previous, { caseId, seq, at: new Date(at).toISOString(), actor, entry: toJson(entry) });
}

function contentFaults(
  { submissions, beslut }: CaseChain,
  { entry }: CaseChain['timeline'][number]
): TimelineFault['fault'][] {
  const present = new Map<string, Hex>();
  for (const row of submissions) {
    present.set(`submission/${row.id}`, submissionHash(row.version_hash, row.form, row.language, row.answers));
  }
  for (const row of beslut) present.set(`beslut/${row.id}`, beslutHash(row));
  const vouched = entry?.details?.['content'];
  return Object.entries(typeof vouched === 'object' && vouched !== null ? vouched : {})
    .filter(([key]) => key.startsWith('submission/') || key.startsWith('beslut/'))
    .flatMap(([key, hash]) => {
      if (!present.has(key)) return ['content-missing'];
      return present.get(key) === hash ? [] : ['content-changed'];
    });
}
