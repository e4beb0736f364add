import type { CaseTypeSettings, Owner } from '../definition/types.ts';
import { inTransaction, read, type Run, type Transaction } from './transaction.server.ts';

/** A version as it is stored. */
export interface StoredVersion {
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly hash: string;
}

export interface NewVersion {
  readonly id: string;
  readonly settings: CaseTypeSettings;
  readonly hash: string;
  readonly parts: string;
  readonly templates: Readonly<Record<string, Buffer>>;
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
}

/** Whoever publishes a case type has it alone until the transaction ends. */
export const LOCK_SLUG = { name: 'lock-slug', text: 'select pg_advisory_xact_lock(hashtext($1))' };

const ADD_VERSION = {
  name: 'add-version',
  text: `
insert into case_type_version (id, slug, number, hash, parts, published_at, published_by_id, delegation)
select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7 from case_type_version where slug = $2
on conflict (hash) do nothing`
};

const USE_VERSION = {
  name: 'use-version',
  text: `
insert into case_type (slug, version_id) select slug, id from case_type_version where hash = $1
on conflict (slug) do update set version_id = excluded.version_id`
};
const FIND_VERSION = {
  name: 'find-version',
  text: 'select id, slug, number, hash from case_type_version where hash = $1'
};

const ADD_ORGAN = {
  name: 'add-organ',
  text: 'insert into organ (key, kind, name) values ($1, $2, $1) on conflict do nothing'
};
const ADD_UNIT = {
  name: 'add-unit',
  text: 'insert into unit (organ_key, key, name) values ($1, $2, $2) on conflict do nothing'
};
const ADD_TEMPLATE = {
  name: 'add-template',
  text: "insert into template (sha256, bytes) values (encode(sha256($1), 'hex'), $1) on conflict do nothing"
};

/** The version with a content hash, if it was ever published. */
export async function versionWithHash(hash: string): Promise<StoredVersion | undefined> {
  return (await read<StoredVersion>(FIND_VERSION, [hash]))[0];
}

/** Adds a version, unless one with the same hash is there, and makes it the one that new cases get. */
export const storeVersion = (version: NewVersion): Promise<StoredVersion & { readonly isNew: boolean }> =>
  inTransaction(async (transaction) => {
    const { id, hash, parts, settings, publishedAt, publishedBy } = version;
    await transaction.run(LOCK_SLUG, [settings.slug]);
    for (const bytes of Object.values(version.templates)) await transaction.run(ADD_TEMPLATE, [bytes]);
    for (const owner of [settings.owner, ...(settings.adopters ?? [])]) await ensureOwner(transaction, owner);
    await transaction.run(ADD_VERSION, [
      ...[id, settings.slug, hash, parts, publishedAt, publishedBy],
      itemsOf(settings)
    ]);
    await transaction.run(USE_VERSION, [hash]);
    const [stored] = await transaction.run<StoredVersion>(FIND_VERSION, [hash]);
    return { ...(stored ?? { id, slug: settings.slug, number: 0, hash }), isNew: stored?.id === id };
  });

/** Its own and its adopters'. */
const itemsOf = ({ delegation = [], adopters = [] }: CaseTypeSettings): string[] => [
  ...new Set([...delegation, ...adopters.flatMap((adopter) => adopter.delegation ?? [])])
];

/** An organ and unit that a case type names exist, under their keys until an administrator names them. */
async function ensureOwner(transaction: Transaction, { organ, kind, unit }: Owner): Promise<void> {
  await transaction.run(ADD_ORGAN, [organ, kind]);
  await transaction.run(ADD_UNIT, [organ, unit]);
}

const PARTS = { name: 'version-parts', text: 'select parts from case_type_version where id = $1' };

/** The case type document of a version, as JSON text; undefined when there is no such version. */
export async function partsOf(versionId: string, run: Run = read): Promise<string | undefined> {
  const [row] = await run<{ parts: string }>(PARTS, [versionId]);
  return row?.parts;
}

const TEMPLATE = { name: 'template-bytes', text: 'select bytes from template where sha256 = $1' };

/** The bytes of a template by their SHA-256 in hex; undefined when nobody ever kept it. */
export async function templateBytes(sha256: string): Promise<Buffer | undefined> {
  const [row] = await read<{ bytes: Buffer }>(TEMPLATE, [sha256]);
  return row?.bytes;
}

/** Keeps a template's bytes, which never change; nothing when they are known. */
export const keepTemplate = (bytes: Buffer): Promise<unknown[]> => read(ADD_TEMPLATE, [bytes]);

const CURRENT =
  'select v.id, v.slug, v.number, v.hash from case_type c join case_type_version v on v.id = c.version_id';
const CURRENT_OF = { name: 'current-version', text: `${CURRENT} where c.slug = $1` };
const CURRENT_OF_ALL = { name: 'current-versions', text: `${CURRENT} order by c.slug` };

/** The version that new cases get, of one case type or of all. */
export const currentVersions = (slug: string | null, run: Run = read): Promise<StoredVersion[]> =>
  slug === null ? run<StoredVersion>(CURRENT_OF_ALL, []) : run<StoredVersion>(CURRENT_OF, [slug]);

const SHIPPED = {
  name: 'shipped-folders',
  text: `select f.folder, f.sha256, v.id, v.number from shipped_folder f join case_type_version v on v.id = f.version_id
    join case_type c on c.version_id = v.id`
};

/** The folders whose content is what new cases get now, by name. */
export async function shippedFolders() {
  const rows = await read<{ folder: string; sha256: string; id: string; number: number }>(SHIPPED);
  return new Map(rows.map((row) => [row.folder, row]));
}

const KEEP_SHIPPED = {
  name: 'keep-shipped-folder',
  text: `insert into shipped_folder (folder, sha256, version_id) values ($1, $2, $3)
    on conflict (folder) do update set sha256 = excluded.sha256, version_id = excluded.version_id`
};

/** Remembers what a folder held when it was published. */
export const keepShippedFolder = (folder: string, sha256: string, versionId: string): Promise<unknown[]> =>
  read(KEEP_SHIPPED, [folder, sha256, versionId]);
