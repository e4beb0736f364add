import { ports, toldBeslut, type CaseBeslut, type CaseSubmission, type PartyCase } from '#runtime';
import { answersView } from '#runtime/form/answers-view.ts';
import type { Language } from '#lib/text/language.ts';
import { t } from '#lib/text/index.ts';
import { textsIn } from '../case-type-text.ts';
import { citizenStatus } from '../citizen-status.ts';

/** The page of a case as one of its parties reads it. */
export async function myCase(
  { found, messages }: PartyCase,
  { language, now }: { readonly language: Language; readonly now: Date }
) {
  const texts = textsIn(found.definition.caseType, language);
  const own = new Set(found.own);
  const labelOf = ({ form }: CaseSubmission) =>
    form === 'application' ? t(language)('mine.application') : (texts[`form.${form}.title`] ?? undefined);
  return {
    id: found.id,
    status: citizenStatus(found, { language, now }),
    assignee: found.assignee?.name,
    coSigners: found.coSigners,
    beslut: await Promise.all(
      found.beslut.toReversed().map(async (one) => ({
        ...{ id: one.id, outcome: one.outcome, decidedAt: one.decidedAt, lagaKraftOn: one.lagaKraftOn },
        ...dayToAppeal(one, own),
        told: await toldBeslut(found.id, one.seq, ports()),
        files: found.handlingar.filter(({ beslutId }) => beslutId === one.id).flatMap(({ files }) => files)
      }))
    ),
    submissions: found.submissions.toReversed().map((submission) => {
      const sections = submission.snapshot ? answersView(submission.snapshot) : [];
      return {
        id: submission.id,
        label: labelOf(submission) ?? sections[0]?.label ?? '',
        submittedAt: submission.submittedAt,
        isSigned: submission.signatures.length > 0,
        sections
      };
    }),
    handlingar: found.handlingar.map(({ id, lopnummer, title, origin, allman, arrivedOn, createdAt, files }) => ({
      ...{ id, lopnummer, title, origin, allman, arrivedOn, createdAt, files },
      // Its mark warns the staff of what others may not read; a party reads what is shown here.
      ...{ sekretess: null, correspondent: null }
    })),
    messages
  };
}

export type MyCase = Awaited<ReturnType<typeof myCase>>;

function dayToAppeal({ receipts, appeal }: CaseBeslut, own: ReadonlySet<string>) {
  const receipt = receipts.find(({ partyId }) => own.has(partyId));
  const isAppealable = appeal.kind !== 'ej-overklagbart';
  return {
    receivedOn: isAppealable ? receipt?.receivedOn : undefined,
    lastDayToAppeal: isAppealable ? receipt?.lastDayToAppeal : undefined,
    appealedOn: receipt?.appealedOn
  };
}
