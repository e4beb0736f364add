import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOnServer } from './check-case-type.server.ts';
import type { CaseType } from '../definition/case-type.ts';
import { hashCaseType } from '../definition/hash.ts';
import type { Problem } from '../definition/problem.ts';
import { hashFolder, readCaseTypeFolder } from '../definition/read-folder.server.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import {
  currentVersions,
  keepShippedFolder,
  shippedFolders,
  storeVersion,
  versionWithHash
} from '../persistence/case-types.server.ts';
import { isAsShipped } from '../persistence/publications.server.ts';
import { definitionOf } from './definitions.server.ts';
import { indexCaseType, indexTheRest } from './search-catalogue.server.ts';
import type { Actor } from './model.ts';
import { personOf } from './rows/context.server.ts';

/** A version that new cases can get. */
export interface PublishedCaseType {
  readonly versionId: string;
  readonly slug: string;
  readonly number: number;
  readonly caseType: CaseType;
}

export interface Published {
  readonly versionId: string;
  readonly number: number;
  /** False when the same content was published before: then that version is used, and nothing is added. */
  readonly isNew: boolean;
}

/** What is published: the case type, and the bytes of its templates by name. */
export interface CaseTypeParts {
  readonly caseType: CaseType;
  readonly templates: Readonly<Record<string, Buffer>>;
}

/** What stops a publication: the errors of the check. */
export interface Faulty {
  readonly problems: readonly Problem[];
}

/**
 * Publishes a case type: new cases get this version, those in flight keep theirs. What was published before with the same content
 * was checked then.
 *
 * @returns the version, or the errors that the check finds
 */
export async function publishCaseType(parts: CaseTypeParts, actor: Actor, now: Date): Promise<Published | Faulty> {
  const { caseType, templates } = parts;
  const hash = hashCaseType(caseType);
  if (!(await versionWithHash(hash))) {
    const problems = checkOnServer(caseType).filter(({ severity }) => severity === 'error');
    if (problems.length > 0) return { problems };
  }
  const [before] = await currentVersions(caseType.settings.slug);
  const { id, number, isNew } = await storeVersion({
    id: randomUUID(),
    settings: caseType.settings,
    hash,
    parts: JSON.stringify(caseType),
    templates,
    publishedBy: personOf(actor),
    publishedAt: now
  });
  if (before?.id !== id) await indexCaseType(caseType);
  return { versionId: id, number, isNew };
}

/** How the publication of one folder went: a version, or what is wrong with it. */
export type FolderPublished = { readonly folder: string } & (Published | Faulty);

/**
 * Publishes every folder of case types below `root`, as at the start of the product. A broken one is told with its faults and
 * stops none of the others. One that holds what it held when it was last published, and is what new cases get, is not read again.
 */
export async function publishFolders(root: string, now: Date): Promise<FolderPublished[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'schema').map(({ name }) => name);
  const shipped = await shippedFolders();
  const format = entries.some(({ name }) => name === 'schema') ? await hashFolder(join(root, 'schema')) : '';
  const outcomes: FolderPublished[] = [];
  for (const folder of folders.sort()) {
    const path = join(root, folder);
    const sha256 = `${await hashFolder(path)} ${format}`;
    const known = shipped.get(path);
    const isKnown = known?.sha256 === sha256;
    const as = isKnown
      ? { versionId: known.id, number: known.number, isNew: false }
      : await publishFolder(path, sha256, now);
    outcomes.push({ folder, ...as });
  }
  await indexTheRest();
  return outcomes;
}

async function publishFolder(path: string, sha256: string, now: Date): Promise<Published | Faulty> {
  const { caseType, problems, templates } = await readCaseTypeFolder(path);
  if (!caseType) return { problems };
  const current = (await currentVersions(caseType.settings.slug))[0];
  // What an administrator here has published in its place, or taken down, stays so when the product starts.
  if (!(await isAsShipped(caseType.settings.slug)))
    return { versionId: current?.id ?? '', number: current?.number ?? 0, isNew: false };
  const outcome = await publishCaseType({ caseType, templates }, { kind: 'system' }, now);
  if ('versionId' in outcome) await keepShippedFolder(path, sha256, outcome.versionId);
  return outcome;
}

/** The case types that can be applied for now, by slug. */
export async function publishedCaseTypes(): Promise<PublishedCaseType[]> {
  return Promise.all((await currentVersions(null)).map(publishedVersion));
}

/** The current version of one case type, or `case_type.not_found`. */
export async function publishedCaseType(slug: string): Promise<PublishedCaseType | Refusal> {
  const [version] = await currentVersions(slug);
  return version ? publishedVersion(version) : refuse('case_type.not_found', { slug });
}

async function publishedVersion({
  id,
  slug,
  number
}: {
  id: string;
  slug: string;
  number: number;
}): Promise<PublishedCaseType> {
  const { caseType } = await definitionOf(id);
  return { versionId: id, slug, number, caseType };
}
