import { read } from './transaction.server.ts';

/** A party of a case, as far as a message to them goes. */
export interface PartyRecipient {
  readonly id: string;
  readonly personId: string | null;
  readonly email: string | null;
  readonly isProtected: boolean;
}

export interface StaffRecipient {
  readonly personId: string;
  readonly email: string | null;
}

const PARTIES = {
  name: 'party-recipients',
  text: `select y.id, y.person_id as "personId", coalesce(y.email, p.email) as email, y.protected or coalesce(p.protected, false) as "isProtected"
    from party y left join person p on p.id = y.person_id where y.case_id = $1 and y.role = $2 order by y.added_at, y.id`
};
const ASSIGNEE = {
  name: 'assignee-recipients',
  text: `select p.id as "personId", p.email from case_ c join person p on p.id = c.assignee_id
      or p.id in (select a.deputy_id from absence a where a.person_id = c.assignee_id and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2))
    where c.id = $1 and not exists (select from employee e where e.person_id = p.id and e.left_at is not null)`
};
const STAFF = {
  name: 'staff-recipients',
  text: `select distinct p.id as "personId", p.email from case_ c
    join held_role m on m.organ_key = c.organ_key and (m.unit_key is null or m.unit_key = c.unit_key)
    join person p on p.id = m.person_id
    where c.id = $1 and m.role = $2 and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)`
};

export const partyRecipients = (caseId: string, role: string): Promise<PartyRecipient[]> =>
  read<PartyRecipient & Record<string, unknown>>(PARTIES, [caseId, role]);

/** The one who has the case, and who stands in for them on a day; nobody while it is unassigned. */
export const assigneeRecipients = (caseId: string, day: string): Promise<StaffRecipient[]> =>
  read<StaffRecipient & Record<string, unknown>>(ASSIGNEE, [caseId, day]);

/** Everybody with a role where the case lies, on a day. */
export const staffRecipients = (caseId: string, role: string, day: string): Promise<StaffRecipient[]> =>
  read<StaffRecipient & Record<string, unknown>>(STAFF, [caseId, role, day]);
