import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { lettersToSend, sendLetter } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { isDay, stockholmDay } from '#runtime/time/day.ts';
import { formFields } from '#lib/server/posted-form.ts';
import { statusOf } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

/** What is to be sent by post or by hand. */
export const load = async (event) => ({
  letters: (await lettersToSend(requireStaff(event).actor)).map((letter) => ({ ...letter, key: randomUUID() })),
  today: stockholmDay(clock.now()),
  done: event.url.searchParams.has('skickat')
});

const MOST = 200;

export const actions = {
  sent: async (event) => {
    const { actor } = requireStaff(event);
    const fields = await formFields(event);
    const text = (name: string) => (fields.get(name) ?? '').trim();
    const now = clock.now();
    const [sentOn, how] = [text('sentOn'), text('how').slice(0, MOST)];
    if (!isDay(sentOn) || sentOn > stockholmDay(now) || how === '')
      return fail(422, { refused: 'form.answers_invalid' as const });
    const wish = { key: text('key') || randomUUID(), caseId: text('case'), seq: Number(text('seq')), actor };
    const done = await sendLetter({ ...wish, letterId: text('letter'), sentOn, how }, now);
    if (isRefusal(done)) return fail(statusOf(done.refused), { refused: done.refused });
    redirect(303, '/handlaggning/post?skickat');
  }
};
