import type { Workplace } from './list-cases.server.ts';
import { read } from './transaction.server.ts';

/** A letter that nobody has sent yet, as it is shown to who sends it. */
export interface UnsentLetter {
  readonly id: string;
  readonly case_id: string;
  readonly seq: number;
  readonly number: string;
  readonly title: string;
  readonly created_at: string;
  readonly role: 'applicant' | 'party' | 'ombud';
  readonly name: string | null;
  readonly address: string | null;
  readonly is_protected: boolean;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

const UNSENT = {
  name: 'unsent-letters',
  text: `select l.id, l.case_id, c.seq, c.number, h.title, l.created_at, y.role, y.name, y.address, y.protected as is_protected,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.uploaded_at), '[]') from file f where f.handling_id = h.id) as files
    from letter l join case_ c on c.id = l.case_id join handling h on h.id = l.handling_id join party y on y.id = l.party_id
    where l.sent_on is null
      and exists (select from unnest($1::text[], $2::text[]) w(organ, unit) where w.organ = c.organ_key and (w.unit is null or w.unit = c.unit_key))
      and not exists (select from party j where j.case_id = c.id and j.is_part and j.person_id = $3)
    order by l.created_at, l.id limit 500`
};

/** The letters of the cases of these workplaces, oldest first; none of a case where the reader is a part (FL 16 §). */
export const unsentLetters = (workplaces: readonly Workplace[], personId: string): Promise<UnsentLetter[]> =>
  read<UnsentLetter & Record<string, unknown>>(UNSENT, [
    workplaces.map(({ organ }) => organ),
    workplaces.map(({ unit }) => unit),
    personId
  ]);
