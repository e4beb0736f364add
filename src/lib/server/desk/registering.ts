import type { RequestEvent } from '@sveltejs/kit';
import { definitionOf, formOf, readDraft, takenFor, type Actor, type Registration } from '#runtime';
import { channelsToRegister } from '#runtime/access/opening-role.ts';
import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Channel } from '#runtime/definition/types.ts';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { isDay, stockholmDay } from '#runtime/time/day.ts';
import { stopWith } from '../fault-page.ts';
import type { Entry } from '../filing/save-page.ts';
import { requireStaff } from '../guards.ts';
import { clock } from '../services.ts';
import { readParty } from './written-party.ts';

/** A case that somebody at work is about to open for another, or for the authority. */
export interface Registering extends Entry {
  readonly actor: Actor;
  readonly caseType: CaseType;
  readonly channels: readonly Channel[];
  readonly registration: Registration & { readonly channel: Channel };
  readonly today: string;
}

/** The language of the authority, which the case is registered in (språklagen 10 §). */
const LANGUAGE = 'sv';

/** The registration of the address, if it is this person's own and they still may open such a case. */
export async function openRegistering(event: RequestEvent<{ draft: string }>): Promise<Registering> {
  const { actor } = requireStaff(event);
  const owner = { personId: actor.personId };
  const draft = await readDraft(event.params.draft, owner, clock.now());
  if (isRefusal(draft)) stopWith(draft, event.locals.requestId);
  if (!draft.registration) stopWith(refuse('draft.not_found'), event.locals.requestId);
  const definition = await definitionOf(draft.versionId);
  const { caseType } = definition;
  const channels = channelsToRegister(caseType.settings, actor);
  const channel = channels.find((known) => known === draft.registration?.channel) ?? channels[0];
  if (!channel) stopWith(refuse('access.denied'), event.locals.requestId);
  const registration = { ...draft.registration, channel };
  const today = stockholmDay(clock.now());
  return {
    ...{ actor, draft, owner, caseType, channels, registration, today },
    compiled: formOf(definition, 'application'),
    environment: {
      data: { case: { channel, language: LANGUAGE } },
      today,
      conditions: caseType.settings.conditions ?? {},
      ...(await takenFor(caseType, { form: 'application' }))
    }
  };
}

/** How it came in, as it was posted; what is no answer stays as it was. */
export function readRegistration(
  fields: ReadonlyMap<string, string>,
  { channels, registration }: Pick<Registering, 'channels' | 'registration'>
): Registering['registration'] {
  const channel = channels.find((known) => known === fields.get('channel')) ?? registration.channel;
  return { channel, arrivedOn: fields.get('arrivedOn') ?? registration.arrivedOn, party: readParty(fields) };
}

/** Nothing arrives before it is sent or after today. */
export const isPossibleArrival = (arrivedOn: string, today: string): boolean => isDay(arrivedOn) && arrivedOn <= today;
