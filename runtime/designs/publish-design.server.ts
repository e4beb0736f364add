import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/model.ts';
import { checkOnServer } from '../case/check-case-type.server.ts';
import { publishCaseType, type Published } from '../case/publish-case-type.server.ts';
import type { CaseType } from '../definition/case-type.ts';
import { parseDocument } from '../definition/parse.ts';
import type { Problem } from '../definition/problem.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { partsOf, templateBytes } from '../persistence/case-types.server.ts';
import {
  approvePublicationRow,
  closeCaseType,
  duePublications,
  insertPublication,
  openPublications,
  publicationDone,
  publicationFailed,
  versionRows,
  withdrawPublicationRow,
  type PublicationRow
} from '../persistence/publications.server.ts';
import { designerOf, documentOfRow, openedDesign } from './design.server.ts';

export interface PublishWish {
  readonly why: string;
  /** Null for now. */
  readonly publishAt: Date | null;
}

/** What came of it: a version, a publication that waits, or the errors that stop it. */
export type PublishOutcome =
  { readonly published: Published } | { readonly waits: true } | { readonly problems: readonly Problem[] };

/**
 * Publishes a design as it is now, at once or later. Where the case type asks for two persons (`eService.twoPersons`) another must approve.
 * Refuses `case_type.not_found`, `access.denied`, and `case_type.template_missing`: a whole case type from elsewhere names its templates by
 * their SHA-256, and no document could be made by a text that is not here.
 */
export async function publishDesign(
  slug: string,
  { why, publishAt }: PublishWish,
  { actor, now }: { readonly actor: Actor; readonly now: Date }
): Promise<PublishOutcome | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const document = await documentOfRow(opened.row);
  const problems = checkOnServer(document).filter(({ severity }) => severity === 'error');
  const { caseType } = parseDocument(document);
  if (problems.length > 0 || !caseType) return { problems };
  // A case type keeps its address; and one may not give it to an organ that one does not administer.
  if (caseType.settings.slug !== slug) return refuse('edit.key_refused', { key: caseType.settings.slug });
  const owner = designerOf(actor, caseType.settings.owner);
  if (isRefusal(owner)) return owner;
  const missing = await missingTemplate(caseType);
  if (missing !== undefined) return refuse('case_type.template_missing', { name: missing });
  const needsApproval = caseType.settings.eService.twoPersons === true;
  const id = randomUUID();
  const row = {
    id,
    slug,
    parts: JSON.stringify(document),
    why,
    asked_by_id: owner.personId,
    needs_approval: needsApproval
  };
  await insertPublication(row, { now, publishAt: publishAt ?? now });
  if (needsApproval || (publishAt && publishAt > now)) return { waits: true };
  return publishRow({ ...row, asked_by: owner.name }, now);
}

/** A template whose text was never kept here. */
async function missingTemplate({ templates }: CaseType): Promise<string | undefined> {
  for (const [name, sha256] of Object.entries(templates)) if (!(await templateBytes(sha256))) return name;
  return undefined;
}

async function publishRow(
  { id, parts, asked_by_id, asked_by }: Pick<PublicationRow, 'id' | 'parts' | 'asked_by_id' | 'asked_by'>,
  now: Date
): Promise<PublishOutcome> {
  const { caseType, problems } = parseDocument(JSON.parse(parts));
  const by: Actor = { kind: 'person', personId: asked_by_id, name: asked_by, memberships: [] };
  const outcome = caseType ? await publishCaseType({ caseType, templates: {} }, by, now) : { problems };
  if ('problems' in outcome) {
    await publicationFailed(id, outcome.problems.map(({ code, fault }) => `${code} ${fault}`).join(', '));
    return outcome;
  }
  await publicationDone(id, outcome.versionId, now);
  return { published: outcome };
}

/** Publishes what is due: by the worker, as often as it looks for timers. */
export async function publishDue(now: Date): Promise<void> {
  for (const row of await duePublications(now)) await publishRow(row, now);
}

/** The other person's yes. Refuses `case_type.not_found` where nothing waits for it, `access.denied` for whoever asked. */
export async function approvePublication(
  slug: string,
  id: string,
  { actor, now }: { readonly actor: Actor; readonly now: Date }
): Promise<null | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const open = (await openPublications(slug)).some((row) => row.id === id);
  if (!open) return refuse('case_type.not_found', { slug });
  if (!(await approvePublicationRow(id, opened.person.personId, now))) return refuse('access.denied');
  await publishDue(now);
  return null;
}

/** Takes back what has not been published. */
export async function withdrawPublication(
  slug: string,
  id: string,
  { actor, now }: { readonly actor: Actor; readonly now: Date }
): Promise<null | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const open = (await openPublications(slug)).some((row) => row.id === id);
  return open && (await withdrawPublicationRow(id, now)) ? null : refuse('case_type.not_found', { slug });
}

/** Stops new applications; cases that run go on to their end. */
export async function unpublish(slug: string, actor: Actor): Promise<null | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  await closeCaseType(slug);
  return null;
}

export interface ListedVersion {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly by: string | null;
  readonly approvedBy: string | null;
  readonly why: string | null;
  readonly isCurrent: boolean;
  readonly cases: number;
}

export interface OpenPublication {
  readonly id: string;
  readonly askedBy: string;
  readonly isMine: boolean;
  readonly publishAt: Date;
  readonly waitsForApproval: boolean;
  readonly failed: string | null;
}

/** The changelog of a case type that one may change: its versions, and what waits. */
export async function changelog(
  slug: string,
  actor: Actor
): Promise<{ readonly versions: readonly ListedVersion[]; readonly open: readonly OpenPublication[] } | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const versions = (await versionRows(slug)).map(({ published_at, published_by, approved_by, is_current, ...row }) => ({
    ...{ id: row.id, number: row.number, why: row.why, cases: row.cases, by: published_by, approvedBy: approved_by },
    publishedAt: new Date(published_at),
    isCurrent: is_current
  }));
  const open = (await openPublications(slug)).map((row) => ({
    ...{ id: row.id, askedBy: row.asked_by, isMine: row.asked_by_id === opened.person.personId, failed: row.failed },
    publishAt: new Date(row.publish_at),
    waitsForApproval: row.needs_approval && row.approved_by === null
  }));
  return { versions, open };
}

/** A version's whole case type as it was published; `case_type.not_found`. */
export async function readVersion(slug: string, number: number, actor: Actor): Promise<string | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const version = (await versionRows(slug)).find((row) => row.number === number);
  if (!version) return refuse('case_type.not_found', { slug });
  const parts = await partsOf(version.id);
  if (parts === undefined) throw new PlatformError('case_type.version_missing', { versionId: version.id });
  return parts;
}
