import { describe, expect, it } from 'vitest';
import type { CasePart } from '../access/view.ts';
import type { HandlingRow } from '../persistence/rows.ts';
import { partyReads, type Reading } from './party-reads.ts';

const handling = (change: Partial<HandlingRow>): HandlingRow => ({
  ...{ id: 'h1', case_id: 'c1', lopnummer: 1, handlingstyp: 'underrattelse', title: 'Underrättelse' },
  ...{ origin: 'utgaende', allman_since: '2026-03-02', allman_ground: 'expedierad', registration_mode: 'diarium' },
  ...{ registered_at: null, arrived_on: null, correspondent: null, sekretess: null, submission_id: null },
  ...{ beslut_id: null, sha256: null, created_by_id: null, created_at: '2026-03-02T08:00:00Z' },
  ...change
});
const reading = (parts: readonly CasePart[], change: Partial<Reading> = {}): Reading => ({
  view: { sight: 'none', parts },
  own: { id: 'y1', name: 'Granne Test', person_id: 'p1', role: 'party', protected: false },
  acts: [],
  submissions: [],
  ...change
});
const sentTo = (recipient: string) => ({ acts: [{ handling_id: 'h1', kind: 'expedierad' as const, recipient }] });

describe('a party who asks for a handling', () => {
  it('reads what was sent to them, and not what was sent to another', () => {
    expect(partyReads(handling({}), reading(['status'], sentTo('Granne Test')))).toBe(true);
    expect(partyReads(handling({}), reading(['status'], sentTo('Karin Test')))).toBe(false);
  });

  it('reads what was sent to them also with protected identity, when the register names them by role', () => {
    const own = { id: 'y1', name: 'Granne Test', person_id: 'p1', role: 'party', protected: true } as const;
    expect(partyReads(handling({}), reading(['status'], { ...sentTo('party'), own }))).toBe(true);
  });

  it('reads the beslut and what they handed in themselves, where the case type says that they see these', () => {
    const beslut = handling({ beslut_id: 'b1' });
    const handedIn = handling({ submission_id: 's1' });
    const sent = { id: 's1', submitted_by_id: 'p1', party_id: null };
    const byAnother = { ...sent, submitted_by_id: 'p2' };
    const reads = (...submissions: Reading['submissions']) =>
      partyReads(handedIn, reading(['application'], { submissions }));
    expect(partyReads(beslut, reading(['beslut']))).toBe(true);
    expect(partyReads(beslut, reading(['status']))).toBe(false);
    expect(reads(sent)).toBe(true);
    expect(reads(byAnother)).toBe(false);
  });

  it('reads what another handed in for them, and not what they handed in for another', () => {
    const handedIn = handling({ submission_id: 's1' });
    const reads = (party_id: string, submitted_by_id: string) =>
      partyReads(handedIn, reading(['application'], { submissions: [{ id: 's1', submitted_by_id, party_id }] }));
    expect(reads('y1', 'ombud')).toBe(true);
    expect(reads('y2', 'p1')).toBe(false);
  });

  it('never reads arbetsmaterial, however much of the case they see', () => {
    const draft = handling({ allman_since: null, allman_ground: null, beslut_id: 'b1' });
    expect(partyReads(draft, reading(['documents', 'beslut', 'application'], sentTo('Granne Test')))).toBe(false);
  });
});
