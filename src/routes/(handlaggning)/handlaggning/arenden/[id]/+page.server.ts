import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { assignCase, readCase, recordReceipt } from '#runtime';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { isDay } from '#runtime/time/day.ts';
import { casePage } from '#lib/server/desk/case-page.ts';
import { statusOf, stopWith } from '#lib/server/fault-page.ts';
import { clock } from '#lib/server/services.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { postedForm } from '#lib/server/posted-form.ts';

export const load = async (event) => {
  const found = await readCase(event.params.id, requireStaff(event).actor, clock.now());
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  return {
    case: casePage(found, { language: event.locals.language, now: clock.now() }),
    key: randomUUID(),
    done: event.url.searchParams.has('klart'),
    added: event.url.searchParams.has('part'),
    hidden: event.url.searchParams.has('skyddad'),
    opened: event.url.searchParams.has('oppnat')
  };
};

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What was written goes back to the page, with the step that its writer had seen. */
const refused = ({ refused: code }: Refusal, form: FormData) => {
  const typed = {
    ...{ beslut: field(form, 'beslut'), party: field(form, 'party') },
    ...{ receivedOn: field(form, 'receivedOn'), how: field(form, 'how') }
  };
  return fail(statusOf(code), { refused: code, key: randomUUID(), seen: Number(field(form, 'seq')), typed });
};

export const actions = {
  /** Takes the case, or puts it back for anybody in the unit. */
  assign: async (event) => {
    const { actor } = requireStaff(event);
    const form = await postedForm(event);
    const personId = field(form, 'to') === 'me' ? actor.personId : null;
    const wish = {
      key: field(form, 'key') || randomUUID(),
      caseId: event.params.id,
      seq: Number(field(form, 'seq')),
      actor
    };
    const done = await assignCase({ ...wish, to: { personId } }, clock.now());
    if (isRefusal(done)) return refused(done, form);
    redirect(303, `/handlaggning/arenden/${event.params.id}`);
  },
  /** Records the day a party fick del av a beslut. */
  receipt: async (event) => {
    const { actor } = requireStaff(event);
    const form = await postedForm(event);
    const receivedOn = field(form, 'receivedOn');
    if (!isDay(receivedOn)) return refused(refuse('form.answers_invalid'), form);
    const wish = {
      key: field(form, 'key') || randomUUID(),
      caseId: event.params.id,
      seq: Number(field(form, 'seq')),
      actor
    };
    const what = { beslutId: field(form, 'beslut'), partyId: field(form, 'party'), receivedOn };
    const done = await recordReceipt(
      { ...wish, ...what, how: field(form, 'how'), proof: field(form, 'proof') || null },
      clock.now()
    );
    if (isRefusal(done)) return refused(done, form);
    redirect(303, `/handlaggning/arenden/${event.params.id}#beslut`);
  }
};
