import { randomUUID } from 'node:crypto';
import type { PartyRow } from '../../persistence/rows.ts';
import type { CaseTypeSettings } from '../../definition/types.ts';
import type { Applicant } from '../applicant.ts';
import type { Actor } from '../model.ts';
import { personOf } from './context.server.ts';

interface NewParty {
  readonly caseId: string;
  readonly settings: CaseTypeSettings;
  readonly role: PartyRow['role'];
  /** Who it is, as far as that is known. */
  readonly who: Applicant;
  readonly represents?: string | null;
  readonly addedBy: Actor;
}

/** Somebody who stands in a case, a part in law and seeing what the case type gives the role. */
export function partyRow({ caseId, settings, role, who, represents, addedBy }: NewParty, now: Date): PartyRow {
  const rule = settings.parties.find((candidate) => candidate.role === role);
  return {
    ...{ id: randomUUID(), case_id: caseId, role, is_part: rule?.isPart ?? false, sees: rule?.sees ?? ['status'] },
    ...{ person_id: who.personId ?? null, name: who.name ?? null, email: who.email ?? null },
    ...{ phone: who.phone ?? null, address: who.address ?? null, personnummer: who.personnummer ?? null },
    ...{
      organisationsnummer: who.organisationsnummer ?? null,
      organisation_proved: who.isProved === true && (who.organisationsnummer ?? null) !== null,
      protected: who.protected ?? false
    },
    ...{ represents_id: represents ?? null, added_by_id: personOf(addedBy), added_at: now.toISOString() }
  };
}
