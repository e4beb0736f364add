import { isObject } from '../../form/pointer.ts';
import { addParty } from '../../case/add-party.server.ts';
import type { Actor } from '../../access/model.ts';
import { isOwnChannel } from '../../access/opening-role.ts';
import type { JsonObject } from '../../definition/json.ts';
import type { Role, Scenario, ScenarioStep } from '../../definition/types.ts';
import type { Refusal } from '../../errors/refusal.ts';
import type { Definition } from '../../flow/model.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import { movedDays } from '../../simulate/told-answers.ts';
import { addDays } from '../../time/day.ts';
import { ownDetails, plainJson } from './answers.ts';
import { Deeds, type KeepFile } from './deeds.server.ts';
import type { Cast, Person } from './people.server.ts';
import type { Play } from './plays.ts';
import type { Moment } from './schedule.ts';

export interface LifeOptions {
  readonly play: Omit<Play, 'slug'>;
  readonly scenario: Scenario;
  readonly definition: Definition;
  readonly versionId: string;
  readonly cast: Cast;
  readonly keepFile: KeepFile;
  /** Which of several colleagues has the case. */
  readonly turn: number;
}

/** One case of the demo, lived as a scenario of its case type tells. */
export class Life {
  readonly #options: LifeOptions;
  readonly deeds: Deeds;
  #assigned = false;

  constructor(options: LifeOptions) {
    this.#options = options;
    const { play, definition, versionId, keepFile } = options;
    this.deeds = new Deeds({ key: play.key, definition, versionId, keepFile });
  }

  /** Lets happen what happens at a moment; gives the refusal, if it was refused. */
  async live({ at, step, shift }: Moment): Promise<Refusal | null> {
    if (!step) return this.#open(at, shift);
    const { caseId } = this.deeds;
    if (!caseId) return null;
    if (step.facts) return this.#tellReceipt(step, { at, shift });
    if (step.expect?.refused) return null;
    return this.#act(caseId, step, { at, shift });
  }

  /** Answers what the case waits for, as the scenario has it. */
  async settle(now: Date): Promise<void> {
    const { caseId } = this.deeds;
    const results = this.#options.scenario.results ?? {};
    for (let rounds = 0; caseId && rounds < 10; rounds += 1) {
      const awaited = (await loadCase(caseId))?.waiting.find(({ id }) => Object.hasOwn(results, id));
      const result = awaited && results[awaited.id];
      if (!awaited || !result) return;
      const outcome =
        result.error === undefined
          ? { output: ownDetailsIn(plainJson(Object(result.output)), this.#applicant) }
          : { error: result.error };
      await this.deeds.bring(awaited.id, outcome, now);
    }
  }

  get #applicant() {
    const { play, cast, definition } = this.#options;
    const { by } = play;
    const known = by === undefined ? null : cast.citizen(by);
    const actor = play.forFirm && by !== undefined && cast.forFirm(by, definition.caseType.settings.slug);
    return known && actor ? { ...known, actor } : known;
  }

  async #open(now: Date, shift: number): Promise<Refusal | null> {
    const { play, scenario } = this.#options;
    const { channel } = scenario;
    const applicant = this.#applicant;
    const isOwn = isOwnChannel(channel);
    const actor: Actor = isOwn ? (applicant?.actor ?? { kind: 'anonymous' }) : this.#registrar();
    const told = { ...movedDays(plainJson(scenario.application), shift), ...play.answers };
    const answers = ownDetailsIn(told, applicant);
    const filing = { actor, channel, answers, ...(!isOwn && applicant && { applicant: applicantOf(applicant.actor) }) };
    const refusal = await this.deeds.open(filing, now);
    if (refusal) return refusal;
    await this.#addOperator(answers, now);
    await this.#addOmbud(now);
    await this.settle(now);
    return play.taken ? this.#assign(now) : null;
  }

  /** Who a case is about that the authority began itself: added by who began it. */
  async #addOperator(answers: JsonObject, now: Date): Promise<void> {
    const { play, definition } = this.#options;
    const { operatorName: name, facilityAddress: place } = answers;
    const actor = this.#staff('caseworker');
    const { caseId } = this.deeds;
    const isOurs = definition.caseType.settings.initiatedBy === 'authority';
    if (!isOurs || typeof name !== 'string' || !actor || !caseId) return;
    const who = { kind: 'organisation', name, address: isObject(place) ? addressLines(place) : null } as const;
    await addParty({ key: `demo:${play.key}:operator`, caseId, actor, role: 'party', who }, now);
  }

  async #addOmbud(now: Date): Promise<void> {
    const { play, cast } = this.#options;
    const ombud = play.ombud === undefined ? null : cast.citizen(play.ombud);
    const actor = this.#staff('caseworker');
    const { caseId } = this.deeds;
    const applicant = caseId && (await loadCase(caseId))?.parties.find(({ role }) => role === 'applicant');
    if (!ombud || !actor || !caseId || !applicant) return;
    const wish = { key: `demo:${play.key}:ombud`, caseId, actor, role: 'ombud', represents: applicant.id } as const;
    await addParty({ ...wish, who: applicantOf(ombud.actor) }, now);
  }

  async #act(
    caseId: string,
    { event, as: role, data }: ScenarioStep,
    { at, shift }: { at: Date; shift: number }
  ): Promise<Refusal | null> {
    const actor = role && this.#actor(role, caseId);
    if (!event || !actor) return null;
    await this.settle(at);
    if (role === 'caseworker' && !this.#assigned) await this.#assign(at);
    const refusal = await this.deeds.act(
      { actor, event, answers: data ? movedDays(plainJson(data), shift) : null },
      at
    );
    await this.settle(at);
    return refusal;
  }

  async #assign(now: Date): Promise<Refusal | null> {
    const actor = this.#staff('caseworker');
    if (!actor) return null;
    this.#assigned = true;
    return this.deeds.assign(actor, now);
  }

  /** Every part gets the latest beslut on the day of the scenario. */
  async #tellReceipt({ facts }: ScenarioStep, { at, shift }: { at: Date; shift: number }): Promise<Refusal | null> {
    const { receivedOn } = plainJson(facts ?? {});
    const actor = this.#staff('caseworker');
    if (typeof receivedOn !== 'string' || !actor) return null;
    return this.deeds.tellReceipt(actor, addDays(receivedOn, shift), at);
  }

  #staff(role: Role): Person | null {
    const { cast, turn, definition } = this.#options;
    return cast.staff(role, definition.caseType.settings.owner, turn);
  }

  #registrar(): Actor {
    const { scenario } = this.#options;
    const answering = scenario.channel === 'phone' ? this.#staff('contact-centre') : null;
    const own = scenario.channel === 'internal' ? this.#staff('caseworker') : null;
    return answering ?? own ?? this.#staff('registrar') ?? { kind: 'anonymous' };
  }

  #actor(role: Role, caseId: string): Actor | null {
    if (role === 'anyone') return this.#applicant?.actor ?? { kind: 'link', caseId };
    if (role === 'applicant') return this.#applicant?.actor ?? null;
    if (role === 'party' || role === 'ombud') return null;
    return this.#staff(role);
  }
}

/** Somebody whom staff register as the one whose case it is. */
export const applicantOf = ({ personId, name, protected: isProtected }: Person) =>
  ({ kind: 'person', personId, identified: false, name, protected: isProtected ?? false }) as const;

const addressLines = ({ street, postalCode, city }: JsonObject): string =>
  `${String(street)}\n${String(postalCode)} ${String(city)}`;

const ownDetailsIn = (answers: JsonObject, applicant: ReturnType<Cast['citizen']>): JsonObject =>
  applicant ? ownDetails(answers, applicant.facts) : answers;
