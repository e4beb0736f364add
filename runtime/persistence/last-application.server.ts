import type { Answers } from '../form/model.ts';
import { read } from './transaction.server.ts';

/** What somebody applied with: the number of the case, and when it was sent. */
export interface LastApplication {
  readonly number: string;
  readonly answers: Answers;
  /** An instant as text. */
  readonly submitted_at: string;
}

/** Whose application it is, and before which organs; null: all. */
export interface LastApplicant {
  readonly personId: string | null;
  readonly organisationsnummer: string | null;
  readonly organs: readonly string[] | null;
}

const LAST = {
  name: 'last-application',
  text: `select c.number, s.answers, s.submitted_at from party p join case_ c on c.id = p.case_id
      join submission s on s.case_id = c.id and s.form = 'application'
    where (p.person_id = $1 or (p.organisation_proved and p.organisationsnummer = $2)) and p.role = 'applicant'
      and 'application' = any(p.sees) and c.slug = $3 and ($4::text[] is null or c.organ_key = any($4)) and c.legal_state <> 'makulerat'
    order by s.submitted_at desc limit 1`
};

/**
 * The latest application of a case type that this person or organisation sent or was registered as applicant of, and may read. One that was
 * registered by mistake (makulerat) is none of theirs.
 */
export async function selectLastApplication(
  { personId, organisationsnummer, organs }: LastApplicant,
  slug: string
): Promise<LastApplication | undefined> {
  const values = [personId, organisationsnummer, slug, organs];
  const [row] = await read<LastApplication & Record<string, unknown>>(LAST, values);
  return row;
}
