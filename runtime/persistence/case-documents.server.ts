import type { HandlingActRow, HandlingRow, LetterRow, NoticeRow, SubmissionRow, TimelineRow } from './rows.ts';
import { read } from './transaction.server.ts';

/** A file's facts, as a case shows them. */
export interface FiledFile {
  readonly id: string;
  readonly handling_id: string | null;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** Everything that is kept of a case, for its page. */
export interface CaseDocuments {
  readonly submissions: readonly (SubmissionRow & { readonly signatures: readonly SignatureFacts[] })[];
  readonly handlingar: readonly HandlingRow[];
  readonly acts: readonly HandlingActRow[];
  readonly files: readonly FiledFile[];
  readonly letters: readonly LetterRow[];
  readonly notices: readonly NoticeRow[];
  readonly timeline: readonly TimelineRow[];
  /** Names of the people that the rows name by id; never of one with protected identity. */
  readonly names: Readonly<Record<string, string>>;
  readonly diarienummer: string | null;
}

export interface SignatureFacts {
  readonly method: string;
  readonly signed_at: string;
  readonly person_id: string | null;
}

const rows = (table: string, order: string) =>
  `(select coalesce(jsonb_agg(to_jsonb(x) order by ${order}), '[]') from ${table} x where x.case_id = c.id)`;

const DOCUMENTS = {
  name: 'case-documents',
  text: `
select jsonb_build_object(
  'submissions', (select coalesce(jsonb_agg(to_jsonb(x) || jsonb_build_object('signatures',
      (select coalesce(jsonb_agg(jsonb_build_object('method', s.method, 'signed_at', s.signed_at, 'person_id', s.person_id)), '[]')
       from signature s where s.submission_id = x.id)) order by x.seq), '[]') from submission x where x.case_id = c.id),
  'handlingar', ${rows('handling', 'x.lopnummer')},
  'acts', (select coalesce(jsonb_agg(to_jsonb(x) order by x.at), '[]')
    from handling_act x join handling h on h.id = x.handling_id where h.case_id = c.id),
  'files', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'handling_id', x.handling_id, 'name', x.name,
      'media_type', x.media_type, 'size', x.size, 'sha256', encode(x.sha256, 'hex')) order by x.uploaded_at), '[]') from file x where x.case_id = c.id),
  'letters', ${rows('letter', 'x.created_at')},
  'notices', ${rows('notice', 'x.up_at')},
  'timeline', ${rows('timeline', 'x.seq')},
  'names', (select coalesce(jsonb_object_agg(p.id, p.name), '{}') from person p where not p.protected and p.id in (
      select assignee_id from case_ where id = c.id
      union select submitted_by_id from submission where case_id = c.id
      union select up_by_id from notice where case_id = c.id
      union select down_by_id from notice where case_id = c.id
      union select decided_by_id from beslut where case_id = c.id
      union select substr(actor, 8)::uuid from timeline where case_id = c.id and actor like 'person:%')),
  'diarienummer', (select format('%s %s/%s', series, year, number) from registration where case_id = c.id)
) as found
from case_ c where c.id = $1`
};

/** What is kept of a case beside its state. */
export async function caseDocuments(id: string): Promise<CaseDocuments | undefined> {
  const [row] = await read<{ found: CaseDocuments }>(DOCUMENTS, [id]);
  return row?.found;
}
