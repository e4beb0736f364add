import { read, type Run, type Transaction } from './transaction.server.ts';

export interface DesignRow {
  readonly id: string;
  readonly slug: string;
  readonly organ: string;
  readonly unit: string;
  readonly based_on_id: string | null;
  readonly document: string;
  readonly document_seq: number;
  readonly seq: number;
  readonly saved_at: string;
}

export interface EditRow {
  readonly seq: number;
  readonly id: string;
  readonly gesture: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly person_id: string;
  readonly edit: string;
}

export interface PresenceRow {
  readonly person_id: string;
  readonly name: string;
  readonly selection: string | null;
}

const COLUMNS = 'id, slug, organ_key as organ, unit_key as unit, based_on_id, document, document_seq, seq, saved_at';

const ADD = {
  name: 'add-design',
  text: `insert into design (id, slug, organ_key, unit_key, based_on_id, document, document_seq, seq, created_at, saved_at)
values ($1, $2, $3, $4, $5, $6, 0, 0, $7, $7) on conflict do nothing returning id`
};

/** False when there is a design of the slug already. */
export async function insertDesign(
  design: Pick<DesignRow, 'id' | 'slug' | 'organ' | 'unit' | 'based_on_id' | 'document'>,
  now: Date
): Promise<boolean> {
  const { id, slug, organ, unit, based_on_id, document } = design;
  return (await read(ADD, [id, slug, organ, unit, based_on_id, document, now])).length === 1;
}

const FIND = { name: 'find-design', text: `select ${COLUMNS} from design where slug = $1` };
const LOCK = { name: 'lock-design', text: `select ${COLUMNS} from design where slug = $1 for update` };
const LIST = {
  name: 'list-designs',
  text: 'select slug, organ_key as organ, unit_key as unit, seq, saved_at from design order by slug'
};

export const selectDesign = async (slug: string, run: Run = read): Promise<DesignRow | undefined> =>
  (await run<DesignRow>(FIND, [slug]))[0];

export const lockDesign = async ({ run }: Transaction, slug: string): Promise<DesignRow | undefined> =>
  (await run<DesignRow>(LOCK, [slug]))[0];

export const selectDesigns = (): Promise<Pick<DesignRow, 'slug' | 'organ' | 'unit' | 'seq' | 'saved_at'>[]> =>
  read(LIST, []);

const EDITS = {
  name: 'design-edits',
  text: 'select seq, id, gesture, kind, person_id, edit from design_edit where design_id = $1 and seq > $2 order by seq'
};
const EDITS_OF = {
  name: 'design-edits-of',
  text: `select * from (select seq, id, gesture, kind, person_id, edit from design_edit where design_id = $1 and person_id = $2
order by seq desc limit $3) last order by seq`
};

/** The edits after `seq`. */
export const selectEdits = (id: string, seq: number, run: Run = read): Promise<EditRow[]> =>
  run<EditRow>(EDITS, [id, seq]);

/** One person's latest edits, first first. */
export const selectEditsOf = (id: string, personId: string, most: number): Promise<EditRow[]> =>
  read<EditRow>(EDITS_OF, [id, personId, most]);

const KNOWN = {
  name: 'design-known',
  text: 'select id from design_edit where design_id = $1 and id = any($2::uuid[])'
};

export const knownEdits = async (id: string, ids: readonly string[], run: Run): Promise<Set<string>> =>
  new Set((await run<{ id: string }>(KNOWN, [id, ids])).map((row) => row.id));

const ADD_EDIT = {
  name: 'add-design-edit',
  text: `insert into design_edit (design_id, seq, id, gesture, kind, person_id, saved_at, edit) values ($1, $2, $3, $4, $5, $6, $7, $8)`
};
const SAVE = { name: 'save-design', text: 'update design set seq = $2, saved_at = $3 where id = $1' };
const KEEP = { name: 'keep-design', text: 'update design set document = $2, document_seq = seq where id = $1' };

export async function addEdits({ run }: Transaction, id: string, edits: readonly EditRow[], now: Date): Promise<void> {
  for (const { seq, gesture, kind, person_id, edit, id: editId } of edits)
    await run(ADD_EDIT, [id, seq, editId, gesture, kind, person_id, now, edit]);
  const last = edits.at(-1);
  if (last) await run(SAVE, [id, last.seq, now]);
}

/** Keeps the document as it is after every edit, so that fewer are read. */
export const keepDocument = ({ run }: Transaction, id: string, document: string): Promise<unknown[]> =>
  run(KEEP, [id, document]);

const REMOVE = { name: 'remove-design', text: 'delete from design where id = $1' };

export const deleteDesign = (id: string, run: Run = read): Promise<unknown[]> => run(REMOVE, [id]);

const SEEN = {
  name: 'design-seen',
  text: `insert into design_presence (design_id, person_id, seen_at, selection) values ($1, $2, $3, $4)
on conflict (design_id, person_id) do update set seen_at = excluded.seen_at, selection = excluded.selection`
};
const PRESENT = {
  name: 'design-present',
  text: `select p.person_id, n.name, p.selection from design_presence p join person n on n.id = p.person_id
where p.design_id = $1 and p.person_id <> $2 and p.seen_at > $3 order by n.name`
};

/** Says that somebody is here, and gives who else has been since. */
export async function markPresent(
  id: string,
  who: { readonly personId: string; readonly selection: string | null },
  { now, since }: { readonly now: Date; readonly since: Date }
): Promise<PresenceRow[]> {
  await read(SEEN, [id, who.personId, now, who.selection]);
  return read<PresenceRow>(PRESENT, [id, who.personId, since]);
}
