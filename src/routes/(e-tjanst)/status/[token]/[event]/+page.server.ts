import { redirect, type RequestEvent } from '@sveltejs/kit';
import { caseByLink, readStatus } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { fieldId } from '#lib/form/field-id.ts';
import { eventView } from '#lib/server/case-event/event-view.ts';
import { openEvent } from '#lib/server/case-event/open-event.ts';
import { sendEvent } from '#lib/server/case-event/send-event.ts';
import { citizenStatus } from '#lib/server/citizen-status.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { clock } from '#lib/server/services.ts';

type Here = RequestEvent<{ token: string; event: string }>;

const pageOf = ({ params }: Here) => `/status/${params.token}`;

async function open(event: Here) {
  const { params, locals, request } = event;
  const found = await caseByLink(params.token);
  if (isRefusal(found)) stopWith(found, locals.requestId);
  const { language, requestId: reference } = locals;
  const sender = { owner: { token: params.token }, page: pageOf(event), isPosted: request.method === 'POST' };
  return openEvent(found, params.event, { ...sender, language, reference });
}

/** What is new to the holder of a link is where the case stands. */
async function standing({ params, locals }: Here): Promise<string[]> {
  const found = await readStatus(params.token);
  if (isRefusal(found)) return [];
  return [citizenStatus(found, { language: locals.language, now: clock.now() }).status];
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
