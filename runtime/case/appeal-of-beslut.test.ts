import { describe, expect, it } from 'vitest';
import type { BeslutRow, ReceiptRow } from '../persistence/rows.ts';
import { appealOfBeslut, appealOfChanged, withLagaKraft } from './appeal-of-beslut.ts';

const beslut: BeslutRow = {
  ...{ id: 'b', case_id: 'c', seq: 4, kind: 'delegationsbeslut', outcome: 'bifall', delegation: 'SBN-2.1' },
  ...{ decided_by_id: 'chef', took_part: [], presented_by: null, decided_at: '2026-03-03T09:00:00Z' },
  ...{ communication: null, reasons: null, legal_basis: 'PBL', immediate_ground: null, replaces_id: null },
  appeal: { kind: 'forvaltningsbesvar', instance: 'lansstyrelsen', period: 'P3W', startsWhen: 'received' },
  ...{ laga_kraft_on: '2026-03-28', enforceable_since: '2026-03-27T23:00:00.000Z', change: null }
};
const receipt = (party_id: string): ReceiptRow => ({
  ...{ beslut_id: 'b', party_id, received_on: '2026-03-06', how: 'brev', proof: null },
  ...{ last_day_to_appeal: '2026-03-27', appealed_on: null }
});
const party = (id: string, represents_id: string | null = null) => ({ id, represents_id });

const standing = {
  parties: [party('anna'), party('granne'), party('ombud', 'granne')],
  beslut: [beslut],
  receipts: [receipt('anna'), receipt('granne')]
};
const lodged = (own: readonly string[], on = '2026-03-20', before = standing) =>
  appealOfBeslut(before, { appeal: 'lodged', own, on });
const who = ({ beslut_receipt }: ReturnType<typeof lodged>) =>
  beslut_receipt.map(({ party_id, appealed_on }) => [party_id, appealed_on]);

describe('an appeal that comes in', () => {
  it('makes laga kraft and verkställbarhet unknown', () => {
    expect(lodged(['anna']).beslut).toMatchObject([{ laga_kraft_on: null, enforceable_since: null }]);
  });

  it('is the party’s that sends it, or the one’s that an ombud speaks for', () => {
    expect(who(lodged(['anna']))).toEqual([['anna', '2026-03-20']]);
    expect(who(lodged(['ombud']))).toEqual([['granne', '2026-03-20']]);
  });

  it('keeps the time of every part from running out where staff took it in', () => {
    expect(who(lodged([])).map(([id]) => id)).toEqual(['anna', 'granne']);
  });

  it('does not move what has laga kraft already, nor a rättelse', () => {
    expect(lodged(['anna'], '2026-03-28')).toEqual({ beslut: [], beslut_receipt: [] });
    const corrected = { ...standing, beslut: [{ ...beslut, change: 'rattelse' as const }] };
    expect(lodged(['anna'], '2026-03-20', corrected)).toEqual({ beslut: [], beslut_receipt: [] });
  });

  it('is in time when it arrived in time, though staff registered it after the time had run out', () => {
    const beforeLagaKraft = lodged([], '2026-03-27');
    expect(beforeLagaKraft.beslut).toMatchObject([{ laga_kraft_on: null }]);
  });

  it('leaves what may be carried out at once as it is, but for laga kraft', () => {
    const atOnce = { ...standing, beslut: [{ ...beslut, immediate_ground: 'Lag' }] };
    expect(lodged(['anna'], '2026-03-20', atOnce).beslut).toMatchObject([
      { laga_kraft_on: null, enforceable_since: beslut.enforceable_since }
    ]);
  });
});

describe('a beslut whose time runs from the notice on the anslagstavla', () => {
  it('gets laga kraft by nobody’s receipt, whenever each of them got it', () => {
    const announced = { ...beslut, laga_kraft_on: null, appeal: { kind: 'laglighetsprovning' as const } };
    expect(withLagaKraft(announced, standing.receipts)).toBe(announced);
  });
});

describe('an appeal that is rejected', () => {
  it('gives the beslut the laga kraft that its receipts give it', () => {
    const appealed = lodged(['anna']);
    const receipts = standing.receipts.map(
      (row) => appealed.beslut_receipt.find(({ party_id }) => party_id === row.party_id) ?? row
    );
    const rejected = appealOfBeslut(
      { ...standing, beslut: appealed.beslut, receipts },
      { appeal: 'rejected', own: [], on: '2026-03-25' }
    );
    expect(rejected.beslut).toEqual([beslut]);
    expect(who(rejected)).toEqual([['anna', null]]);
  });

  it('leaves an earlier appeal by another as it is, and laga kraft unknown', () => {
    const twice = {
      ...standing,
      beslut: [{ ...beslut, laga_kraft_on: null, enforceable_since: null }],
      receipts: [
        { ...receipt('anna'), appealed_on: '2026-03-20' },
        { ...receipt('granne'), appealed_on: '2026-03-28' }
      ]
    };
    const rejected = appealOfBeslut(twice, { appeal: 'rejected', own: [], on: '2026-03-30' });
    expect(who(rejected)).toEqual([['granne', null]]);
    expect(rejected.beslut).toMatchObject([{ laga_kraft_on: null, enforceable_since: null }]);
  });
});

describe('a beslut that is changed after it was appealed', () => {
  const receipts = [{ ...receipt('anna'), appealed_on: '2026-03-20' }, receipt('granne')];

  it('is appealed by the same parties, so that it gets no laga kraft meanwhile', () => {
    const changed = { change: 'andring', replaces_id: 'b' } as const;
    expect(appealOfChanged(changed, receipts, 'anna')).toBe('2026-03-20');
    expect(appealOfChanged(changed, receipts, 'granne')).toBeNull();
  });

  it('is not by a rättelse, which changes nothing that could be appealed', () => {
    expect(appealOfChanged({ change: 'rattelse', replaces_id: 'b' }, receipts, 'anna')).toBeNull();
  });
});
