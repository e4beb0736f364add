import { error } from '@sveltejs/kit';
import { eventDraft, formOf, keptEventDraft, takenFor, type CaseAtHand, type Draft, type DraftOwner } from '#runtime';
import type { AvailableEvent } from '#runtime/flow/model.ts';
import { branchesOf, statesOf } from '#runtime/flow/walk.ts';
import { dataReadBy } from '#runtime/form/data-read.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import type { Language } from '#lib/text/language.ts';
import { textsIn } from '../case-type-text.ts';
import type { Entry } from '../filing/save-page.ts';
import { clock } from '../services.ts';

/** An event that somebody is about to send, with what is filled in of its form. */
export interface OpenEvent {
  readonly at: CaseAtHand;
  readonly event: AvailableEvent;
  /** None when the event asks for nothing. */
  readonly entry: OpenEntry | undefined;
  /** The case has gone on since its form was opened, and no longer takes it. What was written is not lost for that. */
  readonly isLate: boolean;
  /** What may be done with the case instead. */
  readonly instead: readonly EventLink[];
}

export interface EventLink {
  readonly href: string;
  readonly label: string;
}

/** What the event asks for. */
export interface OpenEntry extends Entry {
  readonly formKey: string;
}

/** Whoever acts keeps what they write: a person by who they are, the holder of a link by the link. */
export interface Sender {
  readonly owner: DraftOwner;
  readonly language: Language;
  readonly reference: string;
  /** The page of the case, as this sender reaches it. */
  readonly page: string;
  /** The event is being sent, not just looked at. */
  readonly isPosted: boolean;
}

/**
 * The event of the address. One that may not be sent now is answered with 409 and what may; but when somebody sends a form that
 * they opened while they might, it is opened once more, so that they can see what they wrote.
 */
export async function openEvent(at: CaseAtHand, name: string, sender: Sender): Promise<OpenEvent> {
  const texts = textsIn(at.definition.caseType, sender.language);
  const instead = at.events.map(({ event }) => ({
    href: `${sender.page}/${event}`,
    label: texts[`event.${event}.label`] ?? event
  }));
  const event = at.events.find((candidate) => candidate.event === name);
  if (event) {
    const formKey = event.meta.form;
    const entry =
      formKey === undefined
        ? undefined
        : await entryOf(at, formKey, { ...sender, draft: await draftFor(at, name, sender) });
    return { at, event, entry, isLate: false, instead };
  }
  const late = sender.isPosted ? await lateEntry(at, name, sender) : undefined;
  if (!late) {
    const { page, reference } = sender;
    error(409, { message: '', code: 'flow.event_not_allowed', reference, instead: { page, events: instead } });
  }
  return { at, event: { event: name, roles: [], meta: {} }, entry: late, isLate: true, instead };
}

/** The form of an event that the case took when somebody opened it, which the draft shows that they did. */
async function lateEntry(at: CaseAtHand, event: string, sender: Sender): Promise<OpenEntry | undefined> {
  const draft = await keptEventDraft(sender.owner, { caseId: at.caseId, event });
  const { flow } = at.definition.caseType;
  const branches = [flow, ...statesOf(flow).map(({ config }) => config)].flatMap((config) => branchesOf(config, ''));
  const formKey = branches.find(({ trigger, name }) => trigger === 'on' && name === event)?.branch.meta?.form;
  return draft && formKey !== undefined ? entryOf(at, formKey, { ...sender, draft }) : undefined;
}

const draftFor = ({ caseId, versionId }: CaseAtHand, event: string, { owner, language }: Sender): Promise<Draft> =>
  eventDraft(owner, { caseId, event, versionId, language }, clock.now());

async function entryOf(
  { definition, data, caseId }: CaseAtHand,
  formKey: string,
  { owner, draft }: Pick<OpenEntry, 'owner' | 'draft'>
): Promise<OpenEntry> {
  const compiled = formOf(definition, formKey);
  const conditions = definition.caseType.settings.conditions ?? {};
  const environment = {
    data: dataReadBy(compiled.form, formKey, { data, conditions }),
    today: stockholmDay(clock.now()),
    conditions,
    ...(await takenFor(definition.caseType, { form: formKey, caseId }))
  };
  return { formKey, draft, owner, compiled, environment };
}
