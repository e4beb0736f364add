import type { JsonObject } from '../definition/json.ts';
import type { Hex } from './hash.server.ts';
import type { BeslutRow, TimelineRow } from './rows.ts';
import { read } from './transaction.server.ts';

/** A submission with what its hash is taken over. */
export interface HashedSubmission {
  readonly id: string;
  readonly version_hash: string;
  readonly form: string;
  readonly language: string;
  readonly answers: JsonObject;
}

/** The whole chain of one case, with what it vouches for, as it stands at one moment. */
export interface CaseChain {
  readonly id: string;
  readonly seq: number;
  readonly head: Hex;
  readonly timeline: readonly (TimelineRow & { readonly removal_decided: boolean })[];
  readonly submissions: readonly HashedSubmission[];
  readonly beslut: readonly BeslutRow[];
}

const CHAINS = {
  name: 'case-chains',
  text: `
select jsonb_build_object('id', c.id, 'seq', c.seq, 'head', c.head,
  'timeline', (select coalesce(jsonb_agg(to_jsonb(t) || jsonb_build_object('removal_decided',
      exists (select from beslut b where b.id = t.gallrad_by)) order by t.seq), '[]') from timeline t where t.case_id = c.id),
  'submissions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'version_hash', v.hash, 'form', s.form,
      'language', s.language, 'answers', s.answers)), '[]')
    from submission s join case_type_version v on v.id = s.version_id where s.case_id = c.id),
  'beslut', (select coalesce(jsonb_agg(to_jsonb(b)), '[]') from beslut b where b.case_id = c.id)) as chain
from case_ c where c.id > $1 order by c.id limit 200`
};

/** Every case's chain, in batches, so that a large municipality's does not stand in memory at once. */
export async function* caseChains(): AsyncGenerator<CaseChain> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await read<{ chain: CaseChain }>(CHAINS, [after]);
    for (const { chain } of rows) yield chain;
    const last = rows.at(-1);
    if (!last) return;
    after = last.chain.id;
  }
}
