import { error } from '@sveltejs/kit';
import { eventDraft, formOf, type CaseAtHand, type DraftOwner } from '#runtime';
import type { AvailableEvent } from '#runtime/flow/model.ts';
import { dataReadBy } from '#runtime/form/data-read.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import type { Entry } from '../filing/save-page.ts';
import { clock } from '../services.ts';

/** An event that somebody is about to send, with what is filled in of its form. */
export interface OpenEvent {
  readonly at: CaseAtHand;
  readonly event: AvailableEvent;
  /** None when the event asks for nothing. */
  readonly entry: OpenEntry | undefined;
}

/** What the event asks for. */
export interface OpenEntry extends Entry {
  readonly formKey: string;
}

/** Whoever acts keeps what they write: a person by who they are, the holder of a link by the link. */
export interface Sender {
  readonly owner: DraftOwner;
  readonly language: string;
  readonly reference: string;
}

/** The event of the address, if it may be sent now; else 409, since the case has gone on, with what may. */
export async function openEvent(at: CaseAtHand, name: string, sender: Sender): Promise<OpenEvent> {
  const event = at.events.find((candidate) => candidate.event === name);
  if (!event) error(409, { message: 'not expected', code: 'flow.event_not_allowed', reference: sender.reference });
  const formKey = event.meta.form;
  return {
    at,
    event,
    entry: formKey === undefined ? undefined : await openEntry(at, { event: name, formKey }, sender)
  };
}

async function openEntry(
  { caseId, versionId, definition, data }: CaseAtHand,
  { event, formKey }: { readonly event: string; readonly formKey: string },
  { owner, language }: Sender
): Promise<OpenEntry> {
  const { caseType } = definition;
  const compiled = formOf(definition, formKey);
  const conditions = caseType.settings.conditions ?? {};
  return {
    formKey,
    draft: await eventDraft(owner, { caseId, event, versionId, language }, clock.now()),
    owner,
    compiled,
    environment: {
      data: dataReadBy(compiled.form, formKey, { data, conditions }),
      today: stockholmDay(clock.now()),
      conditions
    }
  };
}
