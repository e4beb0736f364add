import { createHash } from 'node:crypto';
import type { Actor } from '../access/model.ts';
import type { CaseType } from '../definition/case-type.ts';
import { parseDocument } from '../definition/parse.ts';
import { composeDocument } from '../effects/documents/compose.ts';
import type { Dossier } from '../effects/documents/dossier.ts';
import { madeUpDossier } from '../effects/documents/made-up-dossier.ts';
import { templateAnswers } from '../effects/documents/template-answers.ts';
import type { Ports } from '../effects/ports.server.ts';
import { LONGEST_TEMPLATE } from '../edit/whole-file.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { keepTemplate, templateBytes } from '../persistence/case-types.server.ts';
import { placeNames } from '../persistence/place-names.server.ts';
import type { DocumentKind } from '../ports/document-maker.ts';
import { documentOfRow, openedDesign, type Person } from './design.server.ts';
import { realDossier } from './template-cases.server.ts';

/** The text of a template by its SHA-256, to somebody who may change the design; `case_type.not_found`, `access.denied`, `edit.nowhere`. */
export async function designTemplate(
  slug: string,
  sha256: string,
  actor: Actor
): Promise<{ readonly source: string } | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const bytes = await templateBytes(sha256);
  return bytes ? { source: bytes.toString('utf8') } : refuse('edit.nowhere', { path: sha256 });
}

/**
 * Keeps the text of a template and gives its SHA-256, by which a design names it: so changing a template is an edit like any other, that
 * is undone by naming the text before. Refuses `form.too_large` above 256,000 characters.
 */
export async function keepDesignTemplate(
  slug: string,
  source: string,
  actor: Actor
): Promise<{ readonly sha256: string } | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  if (source.length > LONGEST_TEMPLATE) return refuse('form.too_large');
  const bytes = Buffer.from(source, 'utf8');
  await keepTemplate(bytes);
  return { sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Which document a template is tried as. */
export interface TemplateTrial {
  readonly source: string;
  readonly kind: DocumentKind;
  /** Key of a document of the flow: its title. */
  readonly document: string;
  readonly form: string;
  readonly language: 'sv' | 'en';
  readonly seed: number;
  /** One of `templateCases`; null for a case that is made up. */
  readonly caseId: string | null;
}

/** The document as PDF, or what typst says is wrong; empty when it took too long. */
export type TemplateTried = { readonly pdf: Uint8Array } | { readonly fault: string };

/**
 * Makes a document by a template for a case, made up or real. Nothing is kept. Refuses `edit.not_here` for a design that no case could have,
 * and for a real case `case.not_found` and `case.not_so_far`.
 */
export async function tryDesignTemplate(
  slug: string,
  trial: TemplateTrial,
  {
    actor,
    ports,
    now
  }: { readonly actor: Actor; readonly ports: Pick<Ports, 'documents' | 'municipality'>; readonly now: Date }
): Promise<TemplateTried | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const caseType = readable(await documentOfRow(opened.row));
  if (!caseType || !Object.hasOwn(caseType.forms, trial.form)) return refuse('edit.not_here');
  const dossier = await dossierFor(caseType, trial, { actor: opened.person, now });
  if (isRefusal(dossier)) return dossier;
  const wish = {
    ...{ document: trial.document, handlingstyp: caseType.settings.handlingstyper[0]?.key ?? '', template: null },
    to: ['applicant'],
    appealInstruction: trial.kind === 'beslut'
  } as const;
  const document = composeDocument(dossier, wish, ports.municipality);
  try {
    const answers = templateAnswers(dossier);
    return { pdf: await ports.documents.make(document, { source: trial.source, answers, tellsWhy: true }) };
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== 'document.not_made') throw error;
    return { fault: String(error.params['why'] ?? '') };
  }
}

async function dossierFor(
  caseType: CaseType,
  { caseId, ...trial }: TemplateTrial,
  { actor, now }: { readonly actor: Person; readonly now: Date }
): Promise<Dossier | Refusal> {
  if (caseId !== null) return realDossier(caseType, { ...trial, caseId }, { actor, now });
  const { organ, unit } = caseType.settings.owner;
  const names = await placeNames(organ, unit);
  return madeUpDossier(caseType, { ...trial, now, organ: names.organ });
}

/** A design in the shape of the format, whatever else the check has to say of it. */
const readable = (document: unknown): CaseType | undefined => parseDocument(document).caseType;
