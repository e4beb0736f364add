import { randomUUID } from 'node:crypto';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { addParty, readCase } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { formFields } from '#lib/server/posted-form.ts';
import { NOBODY, partyFaults, registeredPartyFrom, readParty } from '#lib/server/desk/written-party.ts';
import { statusOf, stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

/** The case, if this person may add somebody to it. */
async function open(event: RequestEvent<{ id: string }>) {
  const { actor } = requireStaff(event);
  const found = await readCase(event.params.id, actor);
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  if (found.addsAs.length === 0) stopWith(refuse('access.denied'), event.locals.requestId);
  return { actor, found };
}

export const load = async (event) => {
  const { found } = await open(event);
  return {
    ...{ number: found.number, seq: found.seq, roles: found.addsAs, written: NOBODY, key: randomUUID() },
    others: found.parties
      .filter(({ role }) => role !== 'ombud')
      .map(({ id, role, name, isProtected }) => ({ id, role, name: isProtected ? null : name }))
  };
};

export const actions = {
  default: async (event) => {
    const { actor, found } = await open(event);
    const fields = await formFields(event);
    const written = readParty(fields);
    const role = found.addsAs.find((known) => known === fields.get('role')) ?? found.addsAs[0] ?? 'party';
    const chosen = { role, represents: fields.get('represents') ?? '' };
    const today = stockholmDay(clock.now());
    const wrong = partyFaults(written, today);
    if (wrong.length > 0) return fail(422, { written, wrong, chosen });
    const wish = {
      ...{ key: fields.get('key') || randomUUID(), caseId: found.id, seq: Number(fields.get('seq') ?? found.seq) },
      ...{ actor, role, who: await registeredPartyFrom(written, today) },
      ...(role === 'ombud' && chosen.represents !== '' && { represents: chosen.represents })
    };
    const done = await addParty(wish, clock.now());
    if (isRefusal(done))
      return fail(statusOf(done.refused), { written, chosen, refused: done.refused, key: randomUUID() });
    const hidden = wish.who.protected ? '&skyddad' : '';
    redirect(303, `/handlaggning/arenden/${found.id}?part${hidden}`);
  }
};
