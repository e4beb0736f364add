import { redirect, type RequestEvent } from '@sveltejs/kit';
import { caseByLink } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { fieldId } from '#lib/form/field-id.ts';
import { eventView } from '#lib/server/case-event/event-view.ts';
import { openEvent } from '#lib/server/case-event/open-event.ts';
import { sendEvent } from '#lib/server/case-event/send-event.ts';
import { stopWith } from '#lib/server/fault-page.ts';

async function open({ params, locals }: RequestEvent<{ token: string; event: string }>) {
  const found = await caseByLink(params.token);
  if (isRefusal(found)) stopWith(found, locals.requestId);
  const sender = { owner: { token: params.token }, language: locals.language, reference: locals.requestId };
  return openEvent(found, params.event, sender);
}

export const load = async (event) => ({
  view: eventView(await open(event), event.locals.language),
  back: `/status/${event.params.token}`
});

export const actions = {
  default: async (event) => {
    const opened = await open(event);
    const outcome = await sendEvent(event, opened);
    if ('sent' in outcome) redirect(303, `/status/${event.params.token}?klart`);
    if (!('stays' in outcome)) return outcome;
    const place = outcome.at === undefined ? '' : `#${fieldId(opened.entry?.formKey ?? '', outcome.at)}`;
    redirect(303, `/status/${event.params.token}/${event.params.event}${place}`);
  }
};
