import { redirect, type RequestEvent } from '@sveltejs/kit';
import { caseAtDesk, readCase } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { fieldId } from '#lib/form/field-id.ts';
import { eventView } from '#lib/server/case-event/event-view.ts';
import { openEvent } from '#lib/server/case-event/open-event.ts';
import { sendEvent } from '#lib/server/case-event/send-event.ts';
import { newsSince } from '#lib/server/desk/news-since.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

type Here = RequestEvent<{ id: string; event: string }>;

const pageOf = ({ params }: Here) => `/handlaggning/arenden/${params.id}`;

async function open(event: Here) {
  const { actor } = requireStaff(event);
  const at = await caseAtDesk(event.params.id, actor, clock.now());
  if (isRefusal(at)) stopWith(at, event.locals.requestId);
  const { language, requestId: reference } = event.locals;
  const sender = {
    owner: { personId: actor.personId },
    page: pageOf(event),
    isPosted: event.request.method === 'POST'
  };
  const opened = await openEvent(at, event.params.event, { ...sender, language, reference });
  const newsOf = async (seen: number) => {
    const found = await readCase(event.params.id, actor, clock.now());
    return isRefusal(found) ? [] : newsSince(seen, found, language);
  };
  return { opened, newsOf, delegation: at.delegations.find((held) => held.event === event.params.event) };
}

export const load = async (event) => {
  const { opened, delegation } = await open(event);
  return {
    view: eventView(opened, event.locals.language),
    delegation,
    back: pageOf(event)
  };
};

export const actions = {
  default: async (event) => {
    const { opened, newsOf } = await open(event);
    const outcome = await sendEvent(event, opened, newsOf);
    const page = pageOf(event);
    if ('sent' in outcome) redirect(303, `${page}?klart`);
    if (!('stays' in outcome)) return outcome;
    const place = outcome.at === undefined ? '' : `#${fieldId(opened.entry?.formKey ?? '', outcome.at)}`;
    redirect(303, `${page}/${event.params.event}${place}`);
  }
};
