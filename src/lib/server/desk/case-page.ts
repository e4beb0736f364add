import { provisionsIn, type CaseDetails, type CaseEntry, type CaseSubmission } from '#runtime';
import { MANDATE_GROUNDS as GROUNDS } from '#runtime/access/model.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { answersView } from '#runtime/form/answers-view.ts';
import { findText, type FindText } from '#runtime/form/texts.ts';
import type { Language } from '#lib/text/language.ts';
import { formatMoney } from '#lib/text/format.ts';
import { t } from '#lib/text/index.ts';
import { deskDeadline } from './desk-row.ts';

/** The page of a case as the desk draws it. */
export function casePage(found: CaseDetails, { language, now }: { readonly language: Language; readonly now: Date }) {
  const text = findText(found.definition.caseType.texts, language);
  const label = (event: string) => text(`event.${event}.label`) ?? event;
  const applications = found.submissions.filter(({ form }) => form === 'application');
  return {
    id: found.id,
    seq: found.seq,
    number: found.number,
    caseType: text('caseType.title') ?? found.slug,
    legalState: found.legalState,
    channel: found.channel,
    /** The day it came in, which may be before it was registered (FL 22 §). */
    arrivedOn: found.handlingar[0]?.arrivedOn ?? found.openedAt,
    assignee: found.assignee,
    assigns: found.assigns,
    phases: found.phases,
    now: found.states.map((state) => ({
      state,
      title: text(`state.${state}.title`) ?? state,
      guidance: text(`state.${state}.guidance`)
    })),
    citizenReads: text(found.status.textKey),
    deadline: deskDeadline(found.status.deadline?.lastDay, now),
    events: found.events.map(({ event, meta }) => ({
      event,
      label: label(event),
      isBeslut: meta.beslut !== undefined
    })),
    withheld: found.withheld.map(({ event, meta }) => ({
      label: label(event),
      item: meta.beslut?.delegation ?? ''
    })),
    application: sectionsOf(applications.at(-1), applications.at(-2)),
    submissions: found.submissions
      .filter(({ form }) => form !== 'application')
      .map((submission) => ({ seq: submission.seq, ...sectionsOf(submission, undefined) })),
    parties: found.parties.map(({ id, role, isPart, isProtected, name, email, phone, address, personId }) => ({
      ...{ id, role, isPart, isProtected, name, email, phone, address, logsIn: personId !== null }
    })),
    coSigners: found.coSigners,
    addsParties: found.addsAs.length > 0,
    handlingar: found.handlingar.map((handling) => ({
      ...{ id: handling.id, lopnummer: handling.lopnummer, title: handling.title, origin: handling.origin },
      ...{ allman: handling.allman, arrivedOn: handling.arrivedOn, createdAt: handling.createdAt },
      ...{ sekretess: handling.sekretess, files: handling.files, correspondent: handling.correspondent }
    })),
    beslut: found.beslut.map((one) => ({ ...one, legalBasis: provisionsIn(one.legalBasis, language).join('\n') })),
    notices: found.notices,
    timeline: found.timeline
      .toReversed()
      .map((entry) => timelineLine(entry, { text, language, names: nameOfParty(found) }))
  };
}

export type CasePageView = ReturnType<typeof casePage>;

const sectionsOf = (submission: CaseSubmission | undefined, before: CaseSubmission | undefined) => ({
  submittedAt: submission?.submittedAt,
  by: submission?.submittedBy?.name,
  isSigned: (submission?.signatures.length ?? 0) > 0,
  sections: submission?.snapshot ? answersView(submission.snapshot, before?.snapshot ?? undefined) : []
});

const nameOfParty = ({ parties }: CaseDetails): ReadonlyMap<string, string> =>
  new Map(parties.flatMap(({ id, name, isProtected }) => (name === null || isProtected ? [] : [[id, name] as const])));

function timelineLine(
  { seq, at, actor, actorKind, entry }: CaseEntry,
  { text, language, names }: { text: FindText; language: Language; names: ReadonlyMap<string, string> }
) {
  const say = t(language);
  const who = actor?.name ?? say(`desk.by.${actorKind}`);
  const { actsFor } = entry?.details ?? {};
  const principal = isObject(actsFor) ? names.get(String(actsFor['party'])) : undefined;
  const ground = isObject(actsFor) ? GROUNDS.find((known) => known === actsFor['ground']) : undefined;
  const by = ground
    ? say('desk.by.for', { who, principal: principal ?? say('party.protected'), ground: say(`acting.by.${ground}`) })
    : who;
  return {
    key: seq,
    at: at.toISOString(),
    by,
    title: entry ? titleOf(entry, text, say) : say('desk.entry.removed'),
    important: entry !== null && entry.kind !== 'administration'
  };
}

function titleOf(
  { kind, event, to, details }: NonNullable<CaseEntry['entry']>,
  text: FindText,
  say: ReturnType<typeof t>
): string {
  const states = to.map((state) => text(`state.${state}.title`) ?? state).join(', ');
  const amount = formatMoney(Number(details?.['amount'] ?? 0), say.language);
  if (kind === 'event') return text(`event.${event}.label`) ?? event;
  if (kind === 'opened') return say('desk.entry.opened');
  if (kind === 'timer') return say('desk.entry.timer', { states });
  if (details?.['payout']) return say('desk.entry.paidOut', { amount });
  if (details?.['payment']) return say(kind === 'result' ? 'desk.entry.paid' : 'desk.entry.paidLate', { amount });
  if (kind === 'result') return say('desk.entry.result', { states });
  if (event === 'assign') return say('desk.entry.assign');
  if (event === 'receipt') return say('desk.entry.receipt');
  if (event === 'document') return say('desk.entry.document');
  if (event === 'party') return say('desk.entry.party');
  if (event === 'letter') return say('desk.entry.letter');
  if (event === 'signed') return say('desk.entry.signed');
  if (event === 'refused-to-sign') return say('desk.entry.refusedToSign');
  return event === 'appealed' ? say('desk.entry.appealed') : event;
}
