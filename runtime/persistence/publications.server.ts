import { read, type Run } from './transaction.server.ts';

export interface PublicationRow {
  readonly id: string;
  readonly slug: string;
  readonly parts: string;
  readonly why: string;
  readonly asked_by_id: string;
  readonly asked_by: string;
  readonly publish_at: string;
  readonly needs_approval: boolean;
  readonly approved_by: string | null;
  readonly failed: string | null;
}

const ADD = {
  name: 'add-publication',
  text: `insert into publication (id, slug, parts, why, asked_by_id, asked_at, publish_at, needs_approval)
values ($1, $2, $3, $4, $5, $6, $7, $8)`
};

export const insertPublication = (
  row: Pick<PublicationRow, 'id' | 'slug' | 'parts' | 'why' | 'asked_by_id' | 'needs_approval'>,
  { now, publishAt }: { readonly now: Date; readonly publishAt: Date }
): Promise<unknown[]> =>
  read(ADD, [row.id, row.slug, row.parts, row.why, row.asked_by_id, now, publishAt, row.needs_approval]);

const OPEN = `select p.id, p.slug, p.parts, p.why, p.asked_by_id, a.name as asked_by, p.publish_at, p.needs_approval, b.name as approved_by, p.failed
from publication p join person a on a.id = p.asked_by_id left join person b on b.id = p.approved_by_id
where p.version_id is null and p.withdrawn_at is null`;
const OPEN_OF = { name: 'publications-of', text: `${OPEN} and p.slug = $1 order by p.publish_at` };
const DUE = {
  name: 'publications-due',
  text: `${OPEN} and p.failed is null and p.publish_at <= $1 and (not p.needs_approval or p.approved_by_id is not null) order by p.publish_at`
};

/** What is asked for and not published yet, of one case type. */
export const openPublications = (slug: string): Promise<PublicationRow[]> => read<PublicationRow>(OPEN_OF, [slug]);

/** What is to be published now. */
export const duePublications = (now: Date): Promise<PublicationRow[]> => read<PublicationRow>(DUE, [now]);

const APPROVE = {
  name: 'approve-publication',
  text: `update publication set approved_by_id = $2, approved_at = $3
where id = $1 and version_id is null and withdrawn_at is null and approved_by_id is null and asked_by_id <> $2 returning id`
};
const WITHDRAW = {
  name: 'withdraw-publication',
  text: 'update publication set withdrawn_at = $2 where id = $1 and version_id is null and withdrawn_at is null returning id'
};
const DONE = {
  name: 'publication-done',
  text: 'update publication set version_id = $2, published_at = $3 where id = $1'
};
const FAILED = { name: 'publication-failed', text: 'update publication set failed = $2 where id = $1' };

/** False when it is one's own, or no longer open. */
export const approvePublicationRow = async (id: string, by: string, now: Date): Promise<boolean> =>
  (await read(APPROVE, [id, by, now])).length === 1;
export const withdrawPublicationRow = async (id: string, now: Date): Promise<boolean> =>
  (await read(WITHDRAW, [id, now])).length === 1;
export const publicationDone = (id: string, versionId: string, now: Date): Promise<unknown[]> =>
  read(DONE, [id, versionId, now]);
export const publicationFailed = (id: string, problems: string): Promise<unknown[]> => read(FAILED, [id, problems]);

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly published_at: string;
  readonly published_by: string | null;
  readonly why: string | null;
  readonly approved_by: string | null;
  readonly is_current: boolean;
  /** Those that run. */
  readonly cases: number;
}

const VERSIONS = {
  name: 'versions-of',
  text: `select v.id, v.number, v.published_at, n.name as published_by, p.why, b.name as approved_by, c.version_id is not null as is_current,
  (select count(*)::int from case_ k where k.version_id = v.id and k.legal_state in ('oppet', 'vilande')) as cases
from case_type_version v
left join person n on n.id = v.published_by_id
left join lateral (select why, approved_by_id from publication where version_id = v.id order by published_at limit 1) p on true
left join person b on b.id = p.approved_by_id
left join case_type c on c.version_id = v.id
where v.slug = $1 order by v.number desc`
};

/** Every version of a case type, the latest first, with who published it and why. */
export const versionRows = (slug: string): Promise<VersionRow[]> => read<VersionRow>(VERSIONS, [slug]);

const CLOSE = { name: 'close-case-type', text: 'delete from case_type where slug = $1' };

/** No new cases get any version of a case type. */
export const closeCaseType = (slug: string): Promise<unknown[]> => read(CLOSE, [slug]);

const OURS = {
  name: 'ours-to-publish',
  text: `select not exists (select from case_type_version v where v.slug = $1
  and not exists (select from case_type c join case_type_version u on u.id = c.version_id where c.slug = $1 and u.published_by_id is null)) as ours`
};

/** Whether a shipped case type is still as it was shipped: not published otherwise by somebody here, nor taken down. */
export const isAsShipped = async (slug: string, run: Run = read): Promise<boolean> =>
  (await run<{ ours: boolean }>(OURS, [slug]))[0]?.ours ?? true;
