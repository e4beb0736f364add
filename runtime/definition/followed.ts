import type { CaseTypeSettings, PartyRule } from './types.ts';

type Parties = Pick<CaseTypeSettings, 'parties'>;

/** Whose case it is: the applicant; the one whom it is about, where the authority begins it and nobody applies. Pure. */
export const openersRole = ({ parties }: Parties): 'applicant' | 'party' =>
  parties.some(({ role }) => role === 'party') && !parties.some(({ role }) => role === 'applicant')
    ? 'party'
    : 'applicant';

/** Whether somebody in a role may see where the case stands: yes, where no rule withholds it. Pure. */
export const follows = ({ parties }: Parties, role: PartyRule['role']): boolean =>
  parties.filter((rule) => rule.role === role).every(({ sees }) => sees.includes('status'));

/**
 * Whether who files may follow the case. Not where what becomes of it is secret to them, as to one who reports that a child
 * fares ill (OSL 26:1): then there is no status link, nothing on Mina sidor, and no status text is written. Pure.
 */
export const isFollowed = (settings: Parties): boolean => follows(settings, openersRole(settings));
