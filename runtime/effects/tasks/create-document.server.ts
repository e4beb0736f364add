import { createHash } from 'node:crypto';
import { fileDocument } from '../../case/file-document.server.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import { isRefusal } from '../../errors/refusal.ts';
import { caseDocuments } from '../../persistence/case-documents.server.ts';
import type { OwnTemplate, SomeDocument } from '../../ports/document-maker.ts';
import { templateBytes } from '../../persistence/case-types.server.ts';
import { composeDocument } from '../documents/compose.ts';
import type { Dossier, DossierParty } from '../documents/dossier.ts';
import { readDossier } from '../documents/read-dossier.server.ts';
import { templateAnswers } from '../documents/template-answers.ts';
import { documentWish, type DocumentWish } from '../documents/wish.ts';
import type { Ports } from '../ports.server.ts';
import type { CaseJob } from '../tasks.ts';

/**
 * `create-document`: makes the PDF of a step and files it. The same step gives the same bytes, so a document that the case
 * has already is not stored again. It goes out to each party who reads it on Mina sidor; to others it is a letter that somebody sends, since a
 * handling never goes by e-mail.
 */
export async function createDocument(job: CaseJob, ports: Ports): Promise<void> {
  const { caseId } = job;
  const dossier = await readDossier(job);
  if (!dossier) throw new PlatformError('case.not_found', { caseId });
  const wish = documentWish(job.params);
  const document = composeDocument(dossier, wish, ports.municipality);
  const pdf = await ports.documents.make(document, await ownTemplate(wish, dossier));
  if (await hasFile(caseId, pdf)) return;
  const { key, ...stored } = await ports.files.write(once(pdf));
  try {
    const { to, handlingstyp } = wish;
    const filed = await fileDocument(
      {
        ...{ key: job.key, caseId, handlingstyp, title: document.data.title },
        ...beslutOf(document, dossier),
        letters: dossier.parties.filter(isWrittenTo(to)).map(({ id }) => id),
        expedierad: readersOf(dossier, to).map((recipient) => ({ recipient, how: 'mina-sidor' })),
        file: { ...stored, name: fileName(document), mediaType: 'application/pdf', storageKey: key }
      },
      ports.clock.now()
    );
    if (isRefusal(filed)) throw new PlatformError('document.not_filed', { caseId, code: filed.refused });
  } catch (fault) {
    await ports.files.delete(key);
    throw fault;
  }
}

/** The template of the case type that a step asks for, as it was published; undefined for the platform's own layout. */
async function ownTemplate({ template }: DocumentWish, dossier: Dossier): Promise<OwnTemplate | undefined> {
  if (template === null) return undefined;
  const sha256 = dossier.caseType.templates[template];
  const bytes = sha256 === undefined ? undefined : await templateBytes(sha256);
  if (!bytes) throw new PlatformError('document.template_missing', { template });
  return { source: bytes.toString('utf8'), answers: templateAnswers(dossier) };
}

async function hasFile(caseId: string, content: Uint8Array): Promise<boolean> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return (await caseDocuments(caseId))?.files.some((file) => file.sha256 === sha256) ?? false;
}

/** The beslut whose text the document is: then it is a file of that beslut's own handling. */
const beslutOf = ({ kind }: SomeDocument, { step: { beslut } }: Dossier) =>
  beslut && (kind === 'beslut' || kind === 'supplement-request') ? { beslutId: beslut.id } : {};

/** Who gets it by logging in. One with protected identity stands in the register by role alone (OSL 5:2 second paragraph). */
const readersOf = ({ parties }: Dossier, to: DocumentWish['to']): string[] =>
  parties
    .filter(({ role, readsHere }) => readsHere && to.includes(role))
    .map(({ role, name, protected: isProtected }) => (isProtected ? role : (name ?? role)));

/** Who gets it as a letter: one who reads nothing here. */
const isWrittenTo =
  (to: DocumentWish['to']) =>
  ({ role, readsHere }: DossierParty): boolean =>
    !readsHere && to.includes(role);

const fileName = ({ data: { title, number } }: SomeDocument): string =>
  `${title} ${number.value}.pdf`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-');

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
