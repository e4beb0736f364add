import { isFollowed } from '../../definition/followed.ts';
import type { Block, Frame, SomeDocument } from '../../ports/document-maker.ts';
import { stockholmDay } from '../../time/day.ts';
import { writtenIn } from '../language.ts';
import { answerBlocks } from './answer-blocks.ts';
import { beslutParts } from './beslut-parts.ts';
import type { Dossier, DossierSubmission, MunicipalityFacts } from './dossier.ts';
import { frameOf, recipientsOf } from './frame.ts';
import { shownPages } from './shown-pages.ts';
import type { DocumentWish } from './wish.ts';
import { DOCUMENT_WORDS, fill, wordFor } from './words.ts';

/**
 * The document that a step of a case calls for, in the platform's own layouts. A beslut of the step, or one whose appeal
 * instruction is asked for, is a beslut; an order that the applicant has a day to answer is a request to supplement;
 * what a form says is a letter; and where nothing was said, the application is confirmed as it was handed in. Pure.
 */
export function composeDocument(dossier: Dossier, wish: DocumentWish, municipality: MunicipalityFacts): SomeDocument {
  const { beslut, seq, lastDay, submission } = dossier.step;
  if (beslut && (beslut.seq === seq || wish.appealInstruction)) {
    const isRequest = beslut.outcome === 'forelaggande' && !wish.appealInstruction && lastDay !== null;
    return isRequest
      ? supplementRequest({ dossier, wish, municipality }, lastDay)
      : beslutDocument({ dossier, wish, municipality });
  }
  return submission
    ? letter({ dossier, wish, municipality }, submission)
    : composeReceipt(dossier, municipality, wish.document);
}

interface Parts {
  readonly dossier: Dossier;
  readonly wish: DocumentWish;
  readonly municipality: MunicipalityFacts;
}

/** What was handed in, as whoever did it saw it. */
export function composeReceipt(dossier: Dossier, municipality: MunicipalityFacts, document?: string): SomeDocument {
  const { application, parties } = dossier;
  const { receiptNext, receiptUnfollowed, followByPages } = DOCUMENT_WORDS[writtenIn(dossier.language)];
  const isOpen = isFollowed(dossier.caseType.settings);
  const follows = isOpen && parties.some(({ role, readsHere }) => role === 'applicant' && readsHere);
  const receivedAt = application?.submittedAt ?? dossier.step.at;
  const frame = frameOf(dossier, municipality, {
    layout: 'receipt',
    date: stockholmDay(document ? dossier.step.at : receivedAt),
    madeAt: document ? dossier.step.at : receivedAt,
    ...(document && { document })
  });
  return {
    kind: 'receipt',
    data: {
      ...frame,
      receivedAt,
      ...(application?.actedFor && { actedFor: application.actedFor }),
      ...(application?.signature && { signature: application.signature }),
      next: isOpen ? receiptNext : receiptUnfollowed,
      ...(follows && { follow: fill(followByPages, municipality) }),
      blocks: application ? blocksOf(dossier, application, { as: 'submitted' }) : [],
      files: application?.files ?? []
    }
  };
}

function beslutDocument({ dossier, wish, municipality }: Parts): SomeDocument {
  const { beslut } = dossier.step;
  const frame = stepFrame({ dossier, wish, municipality }, 'beslut');
  const parts = beslutParts(dossier, municipality, wish);
  const date = beslut ? stockholmDay(beslut.decidedAt) : frame.date;
  return { kind: 'beslut', data: { ...frame, date, recipients: recipientsOf(dossier, wish.to), ...parts } };
}

function supplementRequest(parts: Parts, lastDay: string): SomeDocument {
  const { dossier, wish, municipality } = parts;
  const words = DOCUMENT_WORDS[writtenIn(dossier.language)];
  const { decision, blocks, legalBasis, decidedBy, reasons } = beslutParts(dossier, municipality, wish);
  const said: Block[] = [{ is: 'text', text: decision }, ...blocks];
  if (reasons) said.push({ is: 'text', heading: words.reasons, text: reasons });
  return {
    kind: 'supplement-request',
    data: {
      ...stepFrame(parts, 'supplement-request'),
      recipients: recipientsOf(dossier, wish.to),
      blocks: said,
      lastDay,
      consequence: words.consequence,
      howToAnswer: fill(words.answerHere, { ...municipality, number: dossier.number }),
      decidedBy,
      legalBasis
    }
  };
}

function letter(parts: Parts, submission: DossierSubmission): SomeDocument {
  const { dossier, wish } = parts;
  const frame = stepFrame(parts, 'letter');
  const label = wordFor(DOCUMENT_WORDS[frame.language].letters, wish.handlingstyp) ?? frame.label;
  return {
    kind: 'letter',
    data: {
      ...frame,
      label,
      recipients: recipientsOf(dossier, wish.to),
      blocks: blocksOf(dossier, submission, { as: 'told' }),
      signedBy: dossier.step.actor ? [dossier.step.actor] : []
    }
  };
}

const stepFrame = ({ dossier, wish, municipality }: Parts, layout: SomeDocument['kind']): Frame =>
  frameOf(dossier, municipality, {
    layout,
    document: wish.document,
    date: stockholmDay(dossier.step.at),
    madeAt: dossier.step.at
  });

function blocksOf(
  dossier: Dossier,
  submission: DossierSubmission,
  { as }: { readonly as: 'submitted' | 'told' }
): Block[] {
  const { caseType } = dossier;
  const language = as === 'submitted' ? submission.language : dossier.language;
  return answerBlocks(shownPages(dossier, submission), { caseType, form: submission.form, language, as });
}
