import { isOpen } from '../access/allowed.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import type { Snapshot } from '../form/snapshot.ts';
import type { SignedAct } from '../identity/binding.ts';
import type { Login } from '../identity/sessions.server.ts';
import { storageKeyOf } from '../persistence/case-files.server.ts';
import { caseDocuments, type FiledFile } from '../persistence/case-documents.server.ts';
import { loadCase, type LoadedCase } from '../persistence/load-case.server.ts';
import type { CoSignerRow } from '../persistence/rows.ts';
import { partyBySigningLink } from '../persistence/signing-links.server.ts';
import { administer, type Administered } from './administer.server.ts';
import type { CaseFile } from './case-details.ts';
import { signaturesOf } from './co-signers.ts';
import { definitionOf } from './definitions.server.ts';
import type { Changed, Known } from './loop.server.ts';
import { signatureRow, type GivenSignature } from './signature-row.server.ts';

/** What somebody is asked to sign, exactly as it was filed. */
export interface ToSignAsParty {
  readonly caseId: string;
  readonly number: string;
  readonly versionId: string;
  readonly snapshot: Snapshot | null;
  readonly language: string;
  readonly files: readonly FiledFile[];
  /** Names of others in the case with protected identity, which the answers hold and the reader must not be shown. */
  readonly hiddenNames: readonly string[];
  readonly act: SignedAct;
  readonly answer: CoSignerRow['answer'];
  readonly answeredAt: Date | null;
  /** Whether the case can still take an answer. */
  readonly isOpen: boolean;
}

type Identified = Pick<Login, 'personnummer' | 'actor'>;

/** Whether a link to sign leads anywhere: all that one who has not identified is told. */
export const isSigningLink = async (token: string): Promise<boolean> => (await partyBySigningLink(token)) !== undefined;

/**
 * What a link asks whoever has identified to sign.
 * @returns `signing.not_found` for a wrong link, `signing.somebody_else` to everybody but the one whom it asks
 */
export async function readToSign(token: string, { personnummer }: Identified): Promise<ToSignAsParty | Refusal> {
  const link = await partyBySigningLink(token);
  const [found, kept] = link ? await Promise.all([loadCase(link.caseId), caseDocuments(link.caseId)]) : [];
  if (!link || !found || !kept) return refuse('signing.not_found');
  const { coSigner, party } = coSignerIn(found, link.partyId);
  const submission = kept.submissions.find(({ id }) => id === coSigner?.submission_id);
  if (!coSigner || !party || !submission) return refuse('signing.not_found');
  if (personnummer === null || party.personnummer !== personnummer) return refuse('signing.somebody_else');
  const { hash } = await definitionOf(found.case_.version_id);
  const handling = kept.handlingar.find(({ submission_id }) => submission_id === submission.id);
  return {
    ...{ caseId: link.caseId, number: found.case_.number, versionId: found.case_.version_id },
    snapshot: submission.snapshot === null ? null : JSON.parse(submission.snapshot),
    language: submission.language,
    files: kept.files.filter(({ handling_id }) => handling !== undefined && handling_id === handling.id),
    hiddenNames: found.parties.flatMap((row) => (row.protected && row !== party && row.name ? [row.name] : [])),
    act: { caseId: link.caseId, version: hash, sha256: submission.sha256 },
    answer: coSigner.answer,
    answeredAt: coSigner.answered_at === null ? null : new Date(coSigner.answered_at),
    isOpen: isOpen(found.case_.legal_state)
  };
}

/** A file of what the link asks whoever has identified to sign, as `readToSign` tells it. */
export async function readFileToSign(
  token: string,
  fileId: string,
  by: Identified
): Promise<(CaseFile & { readonly storageKey: string }) | Refusal> {
  const found = await readToSign(token, by);
  if (isRefusal(found)) return found;
  const file = found.files.find(({ id }) => id === fileId);
  const storageKey = file && (await storageKeyOf(found.caseId, file.id));
  if (!file || !storageKey) return refuse('signing.not_found');
  return { id: file.id, name: file.name, mediaType: file.media_type, size: file.size, storageKey };
}

const coSignerIn = ({ coSigners, parties }: LoadedCase, partyId: string) => ({
  coSigner: coSigners.find(({ party_id }) => party_id === partyId),
  party: parties.find(({ id }) => id === partyId)
});

export interface SigningAnswer {
  /** Makes a repeat harmless. */
  readonly key: string;
  readonly token: string;
  readonly by: Identified;
  /** Left out by one who will not sign. */
  readonly signature?: GivenSignature;
}

/**
 * Records that a co-signer has signed, or will not. The signature is kept with the submission, `/case/signatures` becomes known and
 * may move the flow, and from then on the case stands among the signer's own.
 *
 * @returns the case's new seq, or `signing.not_found`, `signing.somebody_else`, `signing.answered`, `signature.mismatch`,
 * `case.closed`, `command.key_reused`
 */
export async function answerSigning(wish: SigningAnswer, now: Date): Promise<Changed | Refusal> {
  const { key, token, by, signature } = wish;
  const link = await partyBySigningLink(token);
  if (!link) return refuse('signing.not_found');
  const { caseId, partyId } = link;
  const answer = signature ? 'signed' : 'refused';
  const decide = (known: Known) => answered(known, { ...wish, partyId }, now);
  const event = signature ? 'signed' : 'refused-to-sign';
  return administer({ key, caseId, actor: by.actor }, { event, content: [partyId, answer], decide }, now);
}

function answered(
  { locked, record }: Known,
  { partyId, by, signature }: SigningAnswer & { readonly partyId: string },
  now: Date
): Administered | Refusal {
  const { coSigner, party } = coSignerIn(locked, partyId);
  if (!coSigner || !party) return refuse('signing.not_found');
  if (by.personnummer === null || party.personnummer !== by.personnummer) return refuse('signing.somebody_else');
  if (coSigner.answer !== null) return refuse('signing.answered');
  if (!isOpen(record.legalState)) return refuse('case.closed');
  if (signature && signature.sha256 !== coSigner.sha256) return refuse('signature.mismatch');
  const { personId } = by.actor;
  const isKnown = locked.parties.some(({ person_id, role }) => person_id === personId && role === party.role);
  const { sha256: _, ...row } = coSigner;
  const answer: CoSignerRow = { ...row, answer: signature ? 'signed' : 'refused', answered_at: now.toISOString() };
  return {
    details: { party: partyId },
    facts: { signatures: signaturesOf(locked.coSigners.map((one) => (one === coSigner ? answer : one))) },
    also: {
      co_signer: [answer],
      // A name that somebody else wrote makes nobody a reader of the case: signing does.
      ...(signature && {
        signature: [signatureRow(signature, coSigner.submission_id)],
        ...(!isKnown && { party: [{ ...party, person_id: personId }] })
      })
    }
  };
}
