import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  coSignersOf,
  identity,
  issueReceipt,
  openCase,
  submissionHash,
  type GivenSignature,
  type SignedAct
} from '#runtime';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import type { Answers } from '#runtime/form/model.ts';
import { t } from '#lib/text/index.ts';
import type { Language } from '#lib/text/language.ts';
import { textsIn } from '../case-type-text.ts';
import { municipality } from '../municipality.ts';
import { clock } from '../services.ts';
import { signatureOf, startSignOrder } from '../signing.ts';
import { draftEnvironment, type OpenDraft } from './open-draft.ts';
import { keepReceipt } from './receipt-cookie.ts';
import { asSent } from './review.ts';

interface Sending {
  /** Makes a repeat harmless. */
  readonly key: string;
  /** Of the submission: the same when it is signed and when it is sent. */
  readonly language: Language;
  /** As `asSent` gives them. */
  readonly answers: Answers;
  readonly signature?: GivenSignature;
}

/** Opens a case of the draft and goes to the receipt; else says why not. */
export async function submitDraft(
  event: RequestEvent,
  open: OpenDraft,
  { key, language, answers, signature }: Sending
): Promise<Refusal> {
  const now = clock.now();
  const opened = await openCase(
    {
      key: key || open.draft.id,
      caseType: { versionId: open.draft.versionId },
      answers,
      hidden: await hiddenIn(open, answers),
      channel: 'e-service',
      actor: event.locals.actor,
      language,
      draftId: open.draft.id,
      ...(signature && { signature })
    },
    now
  );
  if (isRefusal(opened)) return opened;
  keepReceipt(event, { receipt: await issueReceipt(opened.caseId, now), status: opened.statusToken });
  redirect(303, `/e-tjanster/${open.caseType.settings.slug}/kvitto`);
}

/** Which of those who are named to sign too must not be shown: the population register protects them, or tells nothing of them. */
async function hiddenIn({ caseType }: OpenDraft, answers: Answers): Promise<string[]> {
  const signers = coSignersOf(caseType, answers);
  const hidden = await Promise.all(signers.map(({ personnummer }) => identity().isHidden(personnummer)));
  return signers.flatMap(({ personnummer }, index) => (hidden[index] ? [personnummer] : []));
}

/** Whether this sender signs before it is sent. */
export const isSigned = ({ caseType }: OpenDraft): boolean => caseType.settings.eService.signature !== 'none';

/** What is signed: these answers, in this language, on this version of the form. The draft stands for the case that comes of it. */
const actOf = (open: OpenDraft, language: Language, answers: Answers): SignedAct => ({
  caseId: open.draft.id,
  version: open.hash,
  sha256: submissionHash(open.hash, 'application', language, answers)
});

/** Goes to where the person signs the draft. Comes back to the review page with the language in the address. */
export async function signDraft(event: RequestEvent, open: OpenDraft): Promise<Refusal> {
  const { language } = event.locals;
  const title = textsIn(open.caseType, language)['caseType.title'] ?? '';
  const begun = await startSignOrder(event, {
    visible: t(language)('signing.visible', { title, municipality: municipality.name }),
    act: actOf(open, language, asSent(open).answers),
    returnTo: `${open.base}/granska?pa=${language}&nyckel=${randomUUID()}`
  });
  if (isRefusal(begun)) return begun;
  redirect(303, begun.page);
}

/** Sends what was signed, if the signature that the browser came back with holds for what the draft says now. */
export async function sendSigned(event: RequestEvent, open: OpenDraft): Promise<Refusal> {
  const { login } = event.locals;
  if (!login) return refuse('signature.missing');
  const language = event.url.searchParams.get('pa') === 'en' ? 'en' : 'sv';
  // As it was signed, whatever language the pages speak by now.
  const signed = { ...open, environment: draftEnvironment(open.caseType, language) };
  const { answers } = asSent(signed);
  const signature = await signatureOf(event, login, actOf(signed, language, answers));
  if (isRefusal(signature)) return signature;
  const key = event.url.searchParams.get('nyckel') ?? '';
  return submitDraft(event, signed, { key, language, answers, signature });
}
