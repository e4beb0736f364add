import { contactAt } from '../../definition/contact-at.ts';
import type { BeslutMeta, FlowState } from '../../definition/types.ts';
import { at } from '../../form/pointer.ts';
import type { BeslutData, Frame } from '../../ports/document-maker.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import { stockholmDay } from '../../time/day.ts';
import { appealInstruction } from '../appeal/appeal-instruction.ts';
import { writtenIn, type Language } from '../language.ts';
import { cite } from '../statutes.ts';
import { answerBlocks } from './answer-blocks.ts';
import type { Dossier, DossierBeslut, MunicipalityFacts } from './dossier.ts';
import { addressLines, recipientsOf } from './frame.ts';
import { shownPages } from './shown-pages.ts';
import type { DocumentWish } from './wish.ts';
import { DOCUMENT_WORDS, fill, wordFor } from './words.ts';

/** Fields of a form of beslut whose text is the beslut itself. */
const SAYS = ['/decision', '/order', '/corrected'];
/** What such a form asks for the record alone. */
const FOR_THE_RECORD = ['/outcome', '/communication', '/communicationReason', '/weight'];

/** What a beslut says beyond the frame, from its row and its form (FL 31 to 33 §§). Pure. */
export function beslutParts(
  dossier: Dossier,
  municipality: MunicipalityFacts,
  wish: DocumentWish
): Omit<BeslutData, keyof Frame | 'recipients'> {
  const { beslut } = dossier.step;
  if (!beslut) throw new PlatformError('document.no_beslut', { caseId: dossier.caseId });
  const language = writtenIn(dossier.language);
  const words = DOCUMENT_WORDS[language];
  const enforcement = beslut.immediateGround ? wordFor(words.atOnce, beslut.immediateGround) : undefined;
  return {
    ...saidIn(dossier, beslut, language),
    reasons: beslut.reasons,
    legalBasis: provisionsIn(beslut.legalBasis, language),
    ...(enforcement && { enforcement }),
    decidedBy: deciderOf(dossier, beslut, language),
    ...(beslut.delegation && {
      delegation: fill(words.onDelegation, { item: beslut.delegation, organ: dossier.organ.name })
    }),
    ...(beslut.presentedBy && { presentedBy: beslut.presentedBy }),
    tookPart: beslut.tookPart,
    copies: recipientsOf(dossier, wish.to).map(({ name }) => name),
    appeal: wish.appealInstruction ? instructionOf(dossier, beslut, municipality) : null
  };
}

/** As whoever decided wrote them; where the case type's own stand in their place (`2010:900 9 kap. 30 §, …`), by their names. */
export const provisionsIn = (text: string, language: Language): string[] =>
  text
    .split(/\s*[\n;]\s*|, (?=\d{4}:\d)/)
    .filter((line) => line !== '')
    .map((line) => {
      const [, sfs, paragraph] = /^(\d{4}:\d{1,4})(?: (.+))?$/.exec(line) ?? [];
      return sfs ? cite({ sfs, ...(paragraph && { paragraph }) }, language) : line;
    });

/** The words of the beslut, and what else its form says that the parties are to know. */
function saidIn(dossier: Dossier, { submission, outcome }: DossierBeslut, language: Language) {
  const general = wordFor(DOCUMENT_WORDS[language].outcomes, outcome) ?? outcome;
  if (!submission) return { decision: general, blocks: [] };
  const { caseType } = dossier;
  const own = SAYS.map((pointer) => at(submission.answers, pointer)).find((text) => typeof text === 'string');
  const leaveOut = new Set([...SAYS, ...FOR_THE_RECORD, ...recorded(caseType.flow.states, submission.form)]);
  const printing = { caseType, form: submission.form, language, as: 'told', leaveOut } as const;
  return { decision: own ?? general, blocks: answerBlocks(shownPages(dossier, submission), printing) };
}

/** Pointers into a form of what `meta.beslut` takes to the beslut's own row. */
function recorded(states: Readonly<Record<string, FlowState>>, form: string): string[] {
  return Object.values(states).flatMap((state) => {
    const metas = Object.values(state.on ?? {}).flatMap((branches) => [branches].flat().map(({ meta }) => meta));
    const mine = metas.flatMap((meta) => (meta?.beslut && meta.form === form ? pointersIn(meta.beslut, form) : []));
    return [...mine, ...recorded(state.states ?? {}, form)];
  });
}

const pointersIn = (beslut: BeslutMeta, form: string): string[] =>
  Object.values(beslut).flatMap((value: unknown) => {
    const from = typeof value === 'object' && value !== null && 'from' in value ? value.from : undefined;
    return typeof from === 'string' && from.startsWith(`/${form}/`) ? [from.slice(form.length + 1)] : [];
  });

/** FL 31 § 3: who decided. A nämnd and fullmäktige decide as such; a rule without a person says so. */
function deciderOf({ organ }: Dossier, { kind, decidedBy }: DossierBeslut, language: Language): string {
  if (kind === 'namndbeslut' || kind === 'fullmaktigebeslut') return organ.name;
  return decidedBy ?? (kind === 'automatiserat' ? DOCUMENT_WORDS[language].automated : organ.name);
}

/** FL 33 §. */
const instructionOf = (dossier: Dossier, { appeal, decidedAt }: DossierBeslut, { instances }: MunicipalityFacts) => {
  const { address, email } = contactAt(dossier.caseType.settings, dossier.organ.key);
  const organ = { name: dossier.organ.name, lines: [...addressLines(address), ...(email ? [email] : [])] };
  const facts = { appeal, organ, instances, number: dossier.number, decidedOn: stockholmDay(decidedAt) };
  return appealInstruction(facts, writtenIn(dossier.language));
};
