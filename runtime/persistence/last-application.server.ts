import type { Answers } from '../form/model.ts';
import { pool } from './orm.server.ts';

/** What somebody applied with: the number of the case, and when it was sent. */
export interface LastApplication {
  readonly number: string;
  readonly answers: Answers;
  /** An instant as text. */
  readonly submitted_at: string;
}

/** Whose application it is. */
export type LastApplicant = { readonly personId: string } | { readonly organisationsnummer: string };

/**
 * The latest application of a case type that this person or organisation sent or was registered as applicant of, and may read. One that was
 * registered by mistake (makulerat) is none of theirs.
 */
export async function selectLastApplication(of: LastApplicant, slug: string): Promise<LastApplication | undefined> {
  const { rows } = await (
    await pool()
  ).query<LastApplication>(
    `select c.number, s.answers, s.submitted_at from party p join case_ c on c.id = p.case_id
       join submission s on s.case_id = c.id and s.form = 'application'
     where (p.person_id = $1 or (p.organisation_proved and p.organisationsnummer = $3)) and p.role = 'applicant' and 'application' = any(p.sees) and c.slug = $2 and c.legal_state <> 'makulerat'
     order by s.submitted_at desc limit 1`,
    ['personId' in of ? of.personId : null, slug, 'organisationsnummer' in of ? of.organisationsnummer : null]
  );
  return rows[0];
}
