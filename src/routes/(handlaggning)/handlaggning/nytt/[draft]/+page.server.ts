import { randomUUID } from 'node:crypto';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { openCase, readCase, saveDraft, validateAnswers, withoutMissing } from '#runtime';
import type { ErrorCode } from '#runtime/errors/codes.ts';
import { isRefusal, type AnswerFault, type Refusal } from '#runtime/errors/refusal.ts';
import { fieldId } from '#lib/form/field-id.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import {
  isPossibleArrival,
  openRegistering,
  readRegistration,
  type Registering
} from '#lib/server/desk/registering.ts';
import { isSomebody, partyFaults, registeredPartyFrom, type PartyFault } from '#lib/server/desk/written-party.ts';
import { statusOf } from '#lib/server/fault-page.ts';
import { savePage } from '#lib/server/filing/save-page.ts';
import { map } from '#lib/server/map.ts';
import { clock } from '#lib/server/services.ts';

const FORM = 'application';

export const load = async (event) => {
  const { caseType, draft, environment, channels, registration, today } = await openRegistering(event);
  const texts = textsIn(caseType, event.locals.language);
  const { settings } = caseType;
  return {
    title: texts['caseType.title'] ?? settings.slug,
    byAuthority: settings.initiatedBy === 'authority',
    /** Nobody applies where the authority begins; who it is about may be known. */
    role: settings.parties.some(({ role }) => role === 'applicant') ? ('applicant' as const) : ('party' as const),
    ...{ channels, registration, today },
    /** Makes a double click one case. */
    key: randomUUID(),
    source: { form: caseType.forms.application, formKey: FORM, answers: draft.answers, texts, environment, map }
  };
};

export const actions = {
  default: async (event) => {
    const open = await openRegistering(event);
    const saved = await savePage(event, open);
    if (isRefusal(saved)) return refused(saved);
    const { answers, hidden, button, at } = saved;
    const registration = readRegistration(hidden, open);
    await saveDraft(open.draft.id, open.owner, { answers, registration, now: clock.now() });
    if (saved.refusedFiles.length > 0) return notOpened(422, { faults: saved.refusedFiles });
    if (button === 'later') redirect(303, '/handlaggning/nytt');
    if (button !== 'open' && !saved.asksWrong)
      redirect(303, `${event.url.pathname}${at === undefined ? '' : `#${fieldId(FORM, at)}`}`);

    const { party, arrivedOn } = registration;
    const wrong = isSomebody(party) || party.isProtected ? partyFaults(party, open.today) : [];
    const isLate = !isPossibleArrival(arrivedOn, open.today);
    if (wrong.length > 0 || isLate) return notOpened(422, { wrong, isLate });
    const { faults } = validateAnswers(open.compiled, FORM, answers, open.environment);
    const byAuthority = open.caseType.settings.initiatedBy === 'authority';
    const left = byAuthority ? faults : withoutMissing(faults);
    if (left.length > 0) return notOpened(422, { faults: left });
    if (button !== 'open') redirect(303, event.url.pathname);
    return send(event, { ...open, registration }, { answers, key: hidden.get('key') || randomUUID() });
  }
};

/** Why it was not opened. */
interface NotOpened {
  readonly refused?: ErrorCode;
  readonly faults?: readonly AnswerFault[];
  /** What is wrong with how it came in, and from whom. */
  readonly wrong?: readonly PartyFault[];
  readonly isLate?: boolean;
  readonly key?: string;
}

const notOpened = (status: number, why: NotOpened) => fail(status, why);

/** The old key has its answer already. */
const refused = ({ refused: code, faults }: Refusal) =>
  notOpened(statusOf(code), { refused: code, faults: faults ?? [], key: randomUUID() });

/** Opens the case, and goes to it; one who may not read it is told its number. */
async function send(
  event: RequestEvent,
  { draft, actor, registration, today }: Registering,
  { answers, key }: Pick<Registering['draft'], 'answers'> & { readonly key: string }
) {
  const { party, channel, arrivedOn } = registration;
  const someone = isSomebody(party) || party.isProtected ? await registeredPartyFrom(party, today) : undefined;
  const opened = await openCase(
    {
      ...{ key, caseType: { versionId: draft.versionId }, answers, actor, language: draft.language, arrivedOn },
      ...{ channel, draftId: draft.id, ...(someone && { applicant: someone }) }
    },
    clock.now()
  );
  if (isRefusal(opened)) return refused(opened);
  const isRead = !isRefusal(await readCase(opened.caseId, actor));
  redirect(
    303,
    isRead
      ? `/handlaggning/arenden/${opened.caseId}?oppnat`
      : `/handlaggning/nytt?oppnat=${encodeURIComponent(opened.number)}`
  );
}
