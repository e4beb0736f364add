import { redirect, type RequestEvent } from '@sveltejs/kit';
import { caseOfParty, readPartyCase } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { fieldId } from '#lib/form/field-id.ts';
import { eventView } from '#lib/server/case-event/event-view.ts';
import { openEvent } from '#lib/server/case-event/open-event.ts';
import { sendEvent } from '#lib/server/case-event/send-event.ts';
import { citizenStatus } from '#lib/server/citizen-status.ts';
import { ownerOf } from '#lib/server/filing/draft-owner.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

type Here = RequestEvent<{ id: string; event: string }>;

const pageOf = ({ params }: Here) => `/mina-sidor/arenden/${params.id}`;

async function open(event: Here) {
  const { actor } = requireLogin(event);
  const found = await caseOfParty(event.params.id, actor);
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  const { language, requestId: reference } = event.locals;
  const sender = {
    owner: ownerOf(actor),
    page: pageOf(event),
    isPosted: event.request.method === 'POST'
  };
  return openEvent(found, event.params.event, { ...sender, language, reference });
}

/** What is new to a citizen is where the case stands. */
async function standing(event: Here): Promise<string[]> {
  const found = await readPartyCase(event.params.id, requireLogin(event).actor);
  if (isRefusal(found)) return [];
  return [citizenStatus(found.found, { language: event.locals.language, now: clock.now() }).status];
}

export const load = async (event) => ({
  view: eventView(await open(event), event.locals.language),
  back: pageOf(event)
});

export const actions = {
  default: async (event) => {
    const opened = await open(event);
    const outcome = await sendEvent(event, opened, () => standing(event));
    if ('sent' in outcome) redirect(303, `${pageOf(event)}?klart`);
    if (!('stays' in outcome)) return outcome;
    const place = outcome.at === undefined ? '' : `#${fieldId(opened.entry?.formKey ?? '', outcome.at)}`;
    redirect(303, `${pageOf(event)}/${event.params.event}${place}`);
  }
};
