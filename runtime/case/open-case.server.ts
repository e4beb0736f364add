import { randomBytes, randomUUID } from 'node:crypto';
import { isFollowed, openersRole } from '../definition/followed.ts';
import type { Channel } from '../definition/types.ts';
import type { JsonObject } from '../definition/json.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import type { Definition } from '../flow/model.ts';
import type { Answers } from '../form/model.ts';
import { currentVersions } from '../persistence/case-types.server.ts';
import { holdsDraft, type DraftOwner } from '../persistence/drafts.server.ts';
import { isTaken } from '../persistence/bookings.server.ts';
import { hashText } from '../persistence/hash.server.ts';
import type { CoSignerRow, PartyRow } from '../persistence/rows.ts';
import { inTransactionOfStep, type Transaction } from '../persistence/transaction.server.ts';
import { writeStep } from '../persistence/write-step.server.ts';
import { stockholmDay } from '../time/day.ts';
import { applicantOf, senderOf, type Applicant } from './applicant.ts';
import { decideOpen } from './decide-open.ts';
import { definitionOf } from './definitions.server.ts';
import { answerOf, claimWish, keepRefusal } from './loop.server.ts';
import type { Actor, Decision } from './model.ts';
import { rulesOf } from './rules.server.ts';
import { coSignersOf } from './co-signers.ts';
import { placeOf, type Place } from './place-of.ts';
import { signatureRow, type GivenSignature } from './signature-row.server.ts';
import { snapshotOf } from './snapshot.server.ts';
import { submissionHash, toJson, type Before } from './rows/context.server.ts';
import { partyRow } from './rows/party-row.server.ts';
import { stepRows } from './rows/step-rows.server.ts';

export interface OpenCase {
  /** Makes a repeat harmless: a double click opens one case. */
  readonly key: string;
  /** The case type by slug, in its current version, or by the very version that a draft was filled in with. */
  readonly caseType: { readonly slug: string } | { readonly versionId: string };
  readonly answers: Answers;
  readonly channel: Channel;
  readonly actor: Actor;
  /** Of whom the case is, when that is not the sender, as when somebody calls. */
  readonly applicant?: Applicant;
  readonly language: string;
  readonly signature?: GivenSignature;
  /** Personnummer of those among the co-signers who must not be shown. */
  readonly hidden?: readonly string[];
  /** The draft that becomes the case; it is deleted and its files are taken over. */
  readonly draftId?: string;
  /** Whose draft that must be, where the caller has not read it as its owner. */
  readonly draftOwner?: DraftOwner;
  /** The day it arrived, when that was before today (FL 22 §), `YYYY-MM-DD`. */
  readonly arrivedOn?: string;
}

export interface Opened {
  readonly caseId: string;
  readonly number: string;
  readonly seq: number;
  /**
   * Reaches the status page without login. Shown once, kept as a hash only; a repeat of the command gets another one. Null where who
   * files may not follow the case.
   */
  readonly statusToken: string | null;
}

/**
 * Opens a case: the one loop from nothing. The number, the first handling, the submission, the parties and the status link come to
 * be in the same transaction.
 *
 * @returns the case and its number, or why not: `case_type.not_found`, `access.denied`, `form.answers_invalid` (with faults),
 * `signature.missing`, `signature.mismatch`, `booking.taken`, `command.key_reused`
 */
export const openCase = (wish: OpenCase, now: Date): Promise<Opened | Refusal> =>
  inTransactionOfStep((transaction) => openCaseIn(transaction, wish, now));

/** `openCase` inside the caller's transaction. */
export async function openCaseIn(transaction: Transaction, wish: OpenCase, now: Date): Promise<Opened | Refusal> {
  const versionId = await versionOf(wish.caseType, transaction);
  if (!versionId) return refuse('case_type.not_found');
  const definition = await definitionOf(versionId, transaction.run);
  const { caseType } = definition;
  const place = placeOf(caseType, wish.answers, stockholmDay(now));
  const actor = senderOf(caseType.settings, wish);
  return openIn(transaction, { ...wish, actor, versionId, definition, place }, now);
}

const versionOf = async (wanted: OpenCase['caseType'], { run }: Transaction): Promise<string | undefined> =>
  'versionId' in wanted ? wanted.versionId : (await currentVersions(wanted.slug, run))[0]?.id;

type Wanted = OpenCase & { readonly versionId: string; readonly definition: Definition; readonly place: Place };
type Answer = Omit<Opened, 'statusToken'>;

async function openIn(transaction: Transaction, wish: Wanted, now: Date): Promise<Opened | Refusal> {
  const { key, actor, answers, versionId, definition, channel } = wish;
  const content = [versionId, channel, answers, wish.applicant ? toJson(wish.applicant) : null, wish.arrivedOn ?? null];
  const follow = isFollowed(definition.caseType.settings);
  const claim = await claimWish<Answer>(transaction, { key, actor, content }, now);
  const known = answerOf(claim);
  if (known)
    return isRefusal(known)
      ? known
      : { ...known, statusToken: follow ? await anotherLink(transaction, known.caseId, now) : null };
  const { draftId, draftOwner: owner } = wish;
  if (draftId && owner && !(await holdsDraft({ id: draftId, owner, versionId }, transaction)))
    return keepRefusal(transaction, claim.key, refuse('draft.not_found'));
  // The draft's id, when there is one: a signature names the case before it is there.
  const caseId = draftId ?? randomUUID();
  const applicant = applicantOf(definition, wish);
  const facts = factsOf(wish, applicant, now);
  const decision = decideOpen(rulesOf(definition), { caseId, actor, answers, facts }, now);
  if (isRefusal(decision)) return keepRefusal(transaction, claim.key, decision);
  const statusToken = follow ? newToken() : null;
  const rows = openingRows({ wish, caseId, applicant, decision, statusToken }, now);
  const fault = signatureFault(wish, rows.sha256, decision);
  if (fault) return keepRefusal(transaction, claim.key, fault);
  if (await isTaken(transaction, rows.step.booking ?? [], caseId))
    return keepRefusal(transaction, claim.key, refuse('booking.taken'));
  const answer = { caseId, seq: 1 };
  const command = claim.key ? { key: claim.key, answer } : null;
  const number = await writeStep(transaction, { ...rows.step, command });
  return { ...answer, number: number ?? '', statusToken };
}

/** Who files as an applicant signs where the case type asks for it (FL 21 §); what staff register was signed on paper, or not at all. */
function signatureFault({ definition, signature }: Wanted, sha256: string, { entry }: Decision): Refusal | null {
  const asked = definition.caseType.settings.eService.signature !== 'none' && entry.role === 'applicant';
  if (!signature) return asked ? refuse('signature.missing') : null;
  return signature.sha256 === sha256 ? null : refuse('signature.mismatch');
}

/** What `/case` holds from the start; the number is added where it is given. */
function factsOf(
  { channel, language, arrivedOn, place: { organ, unit } }: Wanted,
  applicant: Applicant | null,
  now: Date
): JsonObject {
  const openedOn = stockholmDay(now);
  const { kind, identified, name, email } = applicant ?? {};
  return {
    ...{ channel, language, organ, unit, openedOn, openedAt: now.toISOString(), arrivedOn: arrivedOn ?? openedOn },
    ...(applicant && {
      applicant: {
        kind: kind ?? 'person',
        identified: identified ?? false,
        ...(name && { name }),
        ...(email && { email })
      }
    })
  };
}

interface OpeningParts {
  readonly wish: Wanted;
  readonly caseId: string;
  readonly applicant: Applicant | null;
  readonly decision: Decision;
  readonly statusToken: string | null;
}

function openingRows({ wish, caseId, applicant, decision, statusToken }: OpeningParts, now: Date) {
  const { definition, actor, language, versionId } = wish;
  const { settings } = definition.caseType;
  const answers = decision.submission?.answers ?? {};
  const { projection } = decision.submission ?? {};
  const snapshot = projection ? snapshotOf(definition, 'application', language, projection) : null;
  const sha256 = submissionHash(definition.hash, 'application', language, answers);
  const own = applicant
    ? [partyRow({ caseId, settings, role: openersRole(settings), who: applicant, addedBy: actor }, now)]
    : [];
  const signers = signerParties({ wish, caseId, decision }, now);
  const party = [...own, ...signers];
  const submitted = {
    ...{ form: 'application', answers, language, sha256, snapshot },
    correspondent: applicant && !applicant.protected ? (applicant.name ?? null) : null,
    arrivedOn: wish.arrivedOn ?? stockholmDay(now),
    cameIn: true,
    partyId: decision.entry.role === 'applicant' ? (own[0]?.id ?? null) : null
  };
  const link = statusToken
    ? [{ token_hash: hashText(statusToken), case_id: caseId, created_at: now.toISOString(), revoked_at: null }]
    : [];
  const change = { ...decision, actor, submitted, also: { party, status_link: link, draftId: wish.draftId ?? null } };
  const before: Before = {
    case_: blankCase(caseId, versionId, wish, now),
    parties: [],
    lastLopnummer: 0,
    receipts: [],
    registered: false,
    beslut: []
  };
  const step = stepRows(before, definition, change, now);
  const submissionId = step.submission?.[0]?.id;
  const signature = wish.signature && submissionId ? [signatureRow(wish.signature, submissionId)] : [];
  const co_signer = submissionId ? signers.map(({ id }) => coSignerRow({ caseId, partyId: id, submissionId })) : [];
  return { sha256, step: { ...step, signature, co_signer } };
}

/** Those who are to sign too, as parties of the case. Added by nobody: what the applicant wrote of them is proved when they sign. */
function signerParties(
  { wish, caseId, decision }: Pick<OpeningParts, 'wish' | 'caseId' | 'decision'>,
  now: Date
): PartyRow[] {
  if (decision.entry.role !== 'applicant') return [];
  const { caseType } = wish.definition;
  return coSignersOf(caseType, decision.submission?.answers ?? {}).map((signer, index) => {
    const who = { ...signer, protected: wish.hidden?.includes(signer.personnummer) ?? false };
    const { settings } = caseType;
    // After the applicant, in the order that they were named.
    const at = new Date(now.getTime() + 1 + index);
    return partyRow({ caseId, settings, role: 'party', who, addedBy: { kind: 'system' } }, at);
  });
}

const coSignerRow = (ids: { caseId: string; partyId: string; submissionId: string }): CoSignerRow => ({
  ...{ party_id: ids.partyId, case_id: ids.caseId, submission_id: ids.submissionId },
  ...{ answer: null, answered_at: null }
});

/** The case before its first step: everything but what the step says. */
function blankCase(
  id: string,
  versionId: string,
  { definition, channel, language, place: { organ, unit } }: Wanted,
  now: Date
): Before['case_'] {
  const { slug } = definition.caseType.settings;
  return {
    ...{ id, slug, channel, language, number: '', version_id: versionId, organ_key: organ, unit_key: unit },
    ...{ legal_state: 'oppet', assignee_id: null, value: {}, status: 'active', data: {}, visits: 0, deadlines: [] },
    ...{ states: [], phase: null, waits_for: null, queue_roles: [], deadline: null, closed_at: null },
    ...{ opened_at: now.toISOString(), changed_at: now.toISOString(), seq: 0, head: null }
  };
}

/** 192 random bits, as text that stands in an address. */
const newToken = () => randomBytes(24).toString('base64url');

const ADD_LINK = {
  name: 'add-status-link',
  text: 'insert into status_link (token_hash, case_id, created_at) values ($1, $2, $3)'
};

/** A further link to a case's status: the first one is known by its hash only. */
async function anotherLink(transaction: Transaction, caseId: string, now: Date): Promise<string> {
  const token = newToken();
  await transaction.run(ADD_LINK, [hashText(token), caseId, now]);
  return token;
}
