import type { Actor } from '../access/model.ts';
import type { CaseDetails } from '../case/case-details.ts';
import { listCases } from '../case/list-cases.server.ts';
import { readCase } from '../case/read-case.server.ts';
import type { CaseType } from '../definition/case-type.ts';
import { readDossier } from '../effects/documents/read-dossier.server.ts';
import type { Dossier } from '../effects/documents/dossier.ts';
import { log } from '../effects/log.server.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import type { DocumentKind } from '../ports/document-maker.ts';
import { addDays, stockholmDay } from '../time/day.ts';
import { openedDesign } from './design.server.ts';

/** A case that a template can be tried for. */
export interface TemplateCase {
  readonly id: string;
  readonly number: string;
  /** Where it stands, in the words of the case type. */
  readonly status: string;
}

const MOST = 20;

/**
 * Cases of a case type that somebody may read all of, what changed last first; nobody in them has protected identity, since a preview is no
 * reason to read such a case. To change the case type gives no right to read its cases. Refuses `case_type.not_found`, `access.denied`.
 */
export async function templateCases(
  slug: string,
  { actor, language }: { readonly actor: Actor; readonly language: string }
): Promise<readonly TemplateCase[] | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const query = { actor, scope: 'all', caseTypes: [slug], sort: 'changed', language, limit: MOST } as const;
  const pages = await Promise.all([listCases(query), listCases({ ...query, closed: true })]);
  const listed = pages.flatMap(({ cases }) => cases).toSorted((one, other) => +other.changedAt - +one.changedAt);
  const readable = await Promise.all(
    listed.slice(0, MOST).map(async (one) => ((await caseFor(one.id, slug, actor)) ? [one] : []))
  );
  return readable.flat().map(({ id, number, statusText }) => ({ id, number, status: statusText }));
}

/** Which case, and at which of its steps. */
export interface RealCase {
  readonly caseId: string;
  readonly kind: DocumentKind;
  /** What a letter says. */
  readonly form: string;
}

/**
 * A case as a document of a kind would be made of it now, by the case type as it is being changed. That it was read is logged. Refuses
 * `case.not_found` for what `templateCases` does not offer, and `case.not_so_far` when it has no such step.
 */
export async function realDossier(
  caseType: CaseType,
  { caseId, kind, form }: RealCase,
  { actor, now }: { readonly actor: Extract<Actor, { kind: 'person' }>; readonly now: Date }
): Promise<Dossier | Refusal> {
  const found = await caseFor(caseId, caseType.settings.slug, actor);
  if (!found) return refuse('case.not_found');
  const seq = seqOf(found, kind, form);
  const dossier = seq === undefined ? undefined : await readDossier({ caseId, seq, lastDay: null });
  if (!dossier) return refuse('case.not_so_far');
  log.info({ case: caseId, by: actor.personId }, 'case read to try a template');
  return { ...dossier, caseType, step: stepFor(dossier, { kind, form, now }) };
}

/** A case that somebody may read all of, and that tells of nobody with protected identity. */
async function caseFor(id: string, slug: string, actor: Actor): Promise<CaseDetails | undefined> {
  const found = await readCase(id, actor);
  const isFit = !isRefusal(found) && found.slug === slug && found.view.sight === 'full';
  return isFit && !found.parties.some(({ isProtected }) => isProtected) ? found : undefined;
}

/** The last step that such a document could be made at. */
function seqOf({ beslut, submissions }: CaseDetails, kind: DocumentKind, form: string): number | undefined {
  if (kind === 'receipt') return 1;
  if (kind === 'letter') return submissions.findLast((one) => one.form === form)?.seq;
  return beslut.at(-1)?.seq;
}

function stepFor(
  { step, application }: Dossier,
  { kind, form, now }: { readonly kind: DocumentKind; readonly form: string; readonly now: Date }
): Dossier['step'] {
  const submission = form === 'application' ? application : step.submission;
  if (kind === 'receipt') return { ...step, submission: null, beslut: null };
  if (kind === 'letter') return { ...step, submission, beslut: null };
  return kind === 'beslut' ? step : { ...step, lastDay: addDays(stockholmDay(now), SUPPLEMENT_DAYS) };
}

/** A day to show where a supplement is asked for. */
const SUPPLEMENT_DAYS = 21;
