import { openingRole } from '../../access/opening-role.ts';
import type { Actor } from '../../access/model.ts';
import { fireTimersOf } from '../../case/fire-timers.server.ts';
import { answerSigning } from '../../case/sign-as-party.server.ts';
import { placeOf, type Place } from '../../case/place-of.ts';
import { beginPayment, settlePayment } from '../../case/pay.server.ts';
import { askedPayments, isTaken } from '../../case/payments.ts';
import { payOut } from '../../effects/automations/pay-out.server.ts';
import type { JsonObject } from '../../definition/json.ts';
import type { Channel, Role } from '../../definition/types.ts';
import { refuse, type Refusal } from '../../errors/refusal.ts';
import type { Outcome } from '../../flow/model.ts';
import { isObject } from '../../form/pointer.ts';
import { findPayment } from '../../persistence/payments.server.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import { addSigningLink } from '../../persistence/signing-links.server.ts';
import type { Payments } from '../../ports/payments.ts';
import { isStaffRole } from '../../access/roles.ts';
import type { Happening } from '../../simulate/lives.ts';
import { stockholmDay } from '../../time/day.ts';
import { plainJson } from './answers.ts';
import { Deeds, demoSignature, type DeedsOptions } from './deeds.server.ts';
import { applicantOf } from './life.server.ts';
import type { Cast, Person } from './people.server.ts';
import type { PlannedCase } from './year.server.ts';

export interface YearCaseOptions extends DeedsOptions {
  readonly planned: PlannedCase;
  readonly cast: Cast;
}

/** One case of the year, lived in the database as the generator lived it in memory. */
export class YearCase {
  readonly deeds: Deeds;
  readonly #options: YearCaseOptions;
  #place: Place;
  #assigned = false;

  constructor(options: YearCaseOptions) {
    this.#options = options;
    this.deeds = new Deeds(options);
    this.#place = options.definition.caseType.settings.owner;
  }

  /** Lets one thing happen; gives the refusal, if it was refused. */
  async live(happening: Happening): Promise<Refusal | null> {
    const now = new Date(happening.at);
    switch (happening.kind) {
      case 'opened':
        return this.#open(happening.channel, plainJson(happening.answers), now);
      case 'event':
        return this.#act(happening, now);
      case 'answered':
        await this.#bring(happening.id, happening.outcome, now);
        return null;
      case 'clock':
        await fireTimersOf(this.deeds.caseId ?? '', now);
        return null;
      case 'told':
        return this.deeds.tellReceipt(this.#assignee() ?? SYSTEM, happening.receivedOn, now);
      case 'signed':
        return this.#sign(happening.signatures === 'all', now);
    }
  }

  /** Somebody takes the case. */
  async take(at: number): Promise<Refusal | null> {
    const caseworker = this.#assignee();
    return caseworker ? this.deeds.assign(caseworker, new Date(at)) : null;
  }

  async #open(channel: Channel, answers: JsonObject, now: Date): Promise<Refusal | null> {
    const { definition, planned, cast } = this.#options;
    const { caseType } = definition;
    const { settings } = caseType;
    this.#place = placeOf(caseType, answers, stockholmDay(now));
    const citizen = planned.citizen && cast.citizen(planned.citizen.key);
    const own: Actor = this.#citizen() ?? { kind: 'anonymous' };
    const candidates = [own, ...this.#colleagues(['contact-centre', 'caseworker', 'registrar'])];
    const actor = candidates.find((one) => openingRole(settings, one, { channel, ...this.#place }) !== null);
    if (!actor) return refuse('access.denied');
    const known = actor !== own && citizen ? { applicant: whoIs(citizen.actor, settings.initiatedBy, answers) } : {};
    return this.deeds.open({ actor, channel, answers, ...known }, now);
  }

  async #act(done: Extract<Happening, { kind: 'event' }>, now: Date): Promise<Refusal | null> {
    if (isStaffRole(done.role) && !this.#assigned) {
      this.#assigned = true;
      await this.take(now.getTime() - 60_000);
    }
    const refusal = await this.#actAsSomebody(done, now);
    return refusal?.refused === 'access.denied' && (await this.#hasMoved()) ? this.#actAsSomebody(done, now) : refusal;
  }

  async #actAsSomebody({ event, role, answers }: Extract<Happening, { kind: 'event' }>, now: Date) {
    const told = answers && plainJson(answers);
    let refusal: Refusal | null = refuse('access.denied');
    for (const actor of this.#actors(role)) {
      refusal = await this.deeds.act({ actor, event, answers: told }, now);
      if (refusal?.refused !== 'access.denied') return refusal;
    }
    return refusal;
  }

  /** Another unit has it, so that other colleagues work with it from now on. */
  async #hasMoved(): Promise<boolean> {
    const row = this.deeds.caseId === null ? undefined : (await loadCase(this.deeds.caseId))?.case_;
    const { organ, unit } = this.#place;
    if (!row || (row.organ_key === organ && row.unit_key === unit)) return false;
    this.#place = { organ: row.organ_key, unit: row.unit_key };
    return true;
  }

  /** Who may be the one that does it, the likeliest first. */
  #actors(role: Role): Actor[] {
    const citizen = this.#citizen();
    const { caseId } = this.deeds;
    if (isStaffRole(role)) return this.#colleagues([role]);
    if (citizen) return [citizen];
    return role === 'anyone' && caseId ? [{ kind: 'link', caseId }] : [];
  }

  /** Whose case it is: who has a firm writes about what firms do for it, every other time. */
  #citizen(): Person | null {
    const { planned, cast } = this.#options;
    const { citizen, slug, turn } = planned;
    if (!citizen) return null;
    const forFirm = OF_FIRMS.includes(slug) && turn % 2 === 0 ? cast.forFirm(citizen.key, slug) : null;
    return forFirm ?? cast.citizen(citizen.key)?.actor ?? null;
  }

  #assignee(): Person | undefined {
    return this.#colleagues(['caseworker'])[0];
  }

  /** Those who have one of the roles where the case lies, this case's own first. */
  #colleagues(roles: readonly Role[]): Person[] {
    const { cast, planned } = this.#options;
    return roles.flatMap((role) => cast.colleagues(role, this.#place, planned.turn));
  }

  /** What is to be paid is paid at a provider that knows of nothing but this; the rest answers as the generator says. */
  async #bring(id: string, outcome: Outcome, now: Date): Promise<void> {
    const { caseId } = this.deeds;
    const asked = caseId
      ? askedPayments((await loadCase(caseId))?.waiting ?? []).find((one) => one.automation === id)
      : undefined;
    if (!caseId || !('output' in outcome)) return this.deeds.bring(id, outcome, now);
    if (!asked) return this.deeds.bring(id, (await this.#paidOut(caseId, id, now)) ?? outcome, now);
    const ports = { clock: { now: () => now }, payments: PAYS_AT_ONCE(asked.amount), municipality: { site: '' } };
    const location = await beginPayment(caseId, id, ports);
    if (location) await settlePayment(location, ports);
  }

  /** What is to be paid out is paid; null when nothing is. */
  async #paidOut(caseId: string, id: string, now: Date): Promise<Outcome | null> {
    const waiting = (await loadCase(caseId))?.waiting.find((one) => one.id === id);
    if (waiting?.src !== 'payment' || isTaken(waiting)) return null;
    const ports = { clock: { now: () => now }, payments: PAYS_AT_ONCE(0), municipality: { site: '' } };
    return payOut(waiting.input, { caseId, automation: id, key: `${caseId}:${id}:${waiting.seq}` }, ports);
  }

  async #sign(isSigned: boolean, now: Date): Promise<Refusal | null> {
    const { caseId } = this.deeds;
    const found = caseId ? await loadCase(caseId) : undefined;
    for (const { party_id: partyId, sha256, answer } of found?.coSigners ?? []) {
      const party = found?.parties.find(({ id }) => id === partyId);
      const actor = this.#options.cast.byNumber(party?.personnummer ?? '');
      if (answer !== null || !party?.personnummer || !actor) continue;
      const token = await addSigningLink(partyId, now);
      const by = { personnummer: party.personnummer, actor };
      const signature = isSigned ? { signature: demoSignature(actor.personId, sha256, now) } : {};
      const signed = await answerSigning({ key: `demo:${partyId}:sign`, token, by, ...signature }, now);
      if ('refused' in signed) return signed;
    }
    return null;
  }
}

/** What firms write about. */
const OF_FIRMS: readonly string[] = ['bygglov', 'felanmalan', 'fraga', 'nyttokort', 'utlamnande'];

const SYSTEM: Actor = { kind: 'system' };

const PAYS_AT_ONCE = (amount: number): Payments => ({
  begin: async ({ id }) => ({ providerId: id, location: id }),
  stateOf: async (id) => ({
    status: 'paid',
    amount,
    reference: (await findPayment(id))?.reference ?? ''
  }),
  payOut: async ({ id }) => ({ providerId: id })
});

/** Of whom staff open a case: of a firm, where the authority begins it. */
function whoIs(person: Person, initiatedBy: string, answers: JsonObject) {
  if (initiatedBy !== 'authority') return applicantOf(person);
  const { operatorName, business, organisationNumber } = answers;
  const firm = isObject(business)
    ? business
    : { name: operatorName ?? null, organisationNumber: organisationNumber ?? null };
  const { name, organisationNumber: number } = firm;
  return {
    ...({ kind: 'organisation', personId: person.personId, identified: false } as const),
    name: typeof name === 'string' ? name : person.name,
    organisationsnummer: typeof number === 'string' ? number : null
  };
}
