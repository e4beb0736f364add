import { randomUUID } from 'node:crypto';
import { hashJson, type Hex } from '../../persistence/hash.server.ts';
import type { BeslutRow, NoticeRow, ReceiptRow } from '../../persistence/rows.ts';
import { isObject } from '../../form/pointer.ts';
import { addDays } from '../../time/day.ts';
import { effectsOf, personOf, swedish, toJson, type Context } from './context.server.ts';
import { fillIn } from './fill-in.ts';

/** A beslut, and for each part a receipt that waits for the day the part gets it. */
export function beslutRows({ before, change, settings, seq, at }: Context): {
  beslut: BeslutRow[];
  receipts: ReceiptRow[];
} {
  const { beslut: made } = change;
  if (!made) return { beslut: [], receipts: [] };
  const row: BeslutRow = {
    id: randomUUID(),
    case_id: before.case_.id,
    seq,
    kind: made.kind,
    outcome: made.outcome,
    delegation: made.delegation,
    decided_by_id: personOf(change.actor),
    took_part: made.participants,
    presented_by: made.presentedBy,
    decided_at: at,
    communication: made.communication,
    reasons: made.reasons,
    legal_basis:
      made.legalBasis ??
      settings.legalBasis.map(({ statute, paragraph }) => [statute, paragraph].join(' ').trim()).join(', '),
    appeal: made.appeal,
    immediate_ground: made.enforceableAtOnce,
    laga_kraft_on: null,
    enforceable_since: made.enforceableAtOnce ? at : null,
    replaces_id: null,
    change: null
  };
  const parts = before.parties.filter(({ isPart }) => isPart);
  const waiting = { received_on: null, how: null, proof: null, last_day_to_appeal: null, appealed_on: null };
  return {
    beslut: [row],
    receipts: parts.map(({ partyId }) => ({ ...waiting, beslut_id: row.id, party_id: partyId }))
  };
}

/** Over what a beslut says, not over when it gets laga kraft. */
export const beslutHash = (row: BeslutRow): Hex =>
  hashJson({
    ...{
      kind: row.kind,
      outcome: row.outcome,
      delegation: row.delegation,
      decidedBy: row.decided_by_id,
      tookPart: [...row.took_part]
    },
    ...{
      presentedBy: row.presented_by,
      communication: row.communication,
      reasons: row.reasons,
      legalBasis: row.legal_basis
    },
    ...{ appeal: toJson(row.appeal), immediateGround: row.immediate_ground }
  });

/** Notices that go up on the anslagstavla with the step. */
export function notices(context: Context, [beslut]: BeslutRow[]): NoticeRow[] {
  const { before, change, at, today } = context;
  return effectsOf(context, 'announce').map(({ params }) => {
    const values = { ...(isObject(params['values']) ? params['values'] : {}), number: before.case_.number };
    const text = (part: string) => fillIn(swedish(context, `message.${String(params['text'])}.${part}`) ?? '', values);
    return {
      id: randomUUID(),
      organ_key: before.case_.organ_key,
      case_id: before.case_.id,
      beslut_id: beslut?.id ?? null,
      kind: String(params['text']),
      title: text('subject'),
      body: text('body'),
      up_at: at,
      up_by_id: personOf(change.actor),
      last_day: addDays(today, Number(params['days'])),
      down_at: null,
      down_by_id: null
    };
  });
}
