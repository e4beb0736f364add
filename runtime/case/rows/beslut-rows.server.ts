import { randomUUID } from 'node:crypto';
import { hashJson, type Hex } from '../../persistence/hash.server.ts';
import type { BeslutRow, NoticeRow, ReceiptRow } from '../../persistence/rows.ts';
import { isObject } from '../../form/pointer.ts';
import { addDays, startOfDay } from '../../time/day.ts';
import { appealOfChanged } from '../appeal-of-beslut.ts';
import { lastDayToAppeal, runsFromNotice } from '../laga-kraft.ts';
import { effectsOf, personOf, swedish, toJson, type Context } from './context.server.ts';
import { fillIn } from './fill-in.ts';

/** A beslut, and for each part a receipt that waits for the day the part gets it. */
export function beslutRows({ before, change, settings, seq, at }: Context): {
  beslut: BeslutRow[];
  receipts: ReceiptRow[];
} {
  const { beslut: made } = change;
  if (!made) return { beslut: [], receipts: [] };
  const replaced = made.changes ? before.beslut.at(-1) : undefined;
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
    replaces_id: replaced?.id ?? null,
    change: replaced ? made.changes : null
  };
  const parts = before.parties.filter(({ isPart }) => isPart);
  const waiting = { received_on: null, how: null, proof: null, last_day_to_appeal: null };
  return {
    beslut: [row],
    receipts: parts.map(({ partyId }) => ({
      ...{ ...waiting, beslut_id: row.id, party_id: partyId },
      appealed_on: appealOfChanged(row, before.receipts, partyId)
    }))
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

/** The beslut that a notice of this step is about: the latest. */
const announced = ({ before }: Context, made: readonly BeslutRow[]): BeslutRow | undefined =>
  made[0] ?? before.beslut.at(-1);

/**
 * A beslut whose appeal time runs from the notice on the anslagstavla, for everybody alike (KL 13:5), once a notice of it goes up.
 * None for the others, whose time runs from when each part got it.
 */
export function announcedBeslut(
  context: Context,
  made: readonly BeslutRow[],
  notice: readonly NoticeRow[]
): BeslutRow[] {
  const beslut = announced(context, made);
  if (notice.length === 0 || !beslut || !runsFromNotice(beslut.appeal) || beslut.laga_kraft_on) return [];
  const last = lastDayToAppeal(beslut.appeal, context.today);
  const day = last && addDays(last, 1);
  return [
    {
      ...beslut,
      laga_kraft_on: day,
      enforceable_since: beslut.enforceable_since ?? (day && startOfDay(day).toISOString())
    }
  ];
}

/** Notices that go up on the anslagstavla with the step. */
export function notices(context: Context, made: readonly BeslutRow[]): NoticeRow[] {
  const { before, change, at, today } = context;
  return effectsOf(context, 'announce').map(({ params }) => {
    const values = { ...(isObject(params['values']) ? params['values'] : {}), number: before.case_.number };
    const text = (part: string) => fillIn(swedish(context, `message.${String(params['text'])}.${part}`) ?? '', values);
    return {
      id: randomUUID(),
      organ_key: before.case_.organ_key,
      case_id: before.case_.id,
      beslut_id: announced(context, made)?.id ?? null,
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
