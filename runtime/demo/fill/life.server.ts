import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../form/pointer.ts';
import { actOnCase } from '../../case/act-on-case.server.ts';
import { addParty } from '../../case/add-party.server.ts';
import { assignCase } from '../../case/assign-case.server.ts';
import { bringResult } from '../../case/bring-result.server.ts';
import { decideOpen } from '../../case/decide-open.ts';
import { eventDraft, keepDraftFiles, startDraft } from '../../case/drafts.server.ts';
import { openCase, type OpenCase } from '../../case/open-case.server.ts';
import { recordReceipt } from '../../case/record-receipt.server.ts';
import { submissionHash } from '../../case/rows/context.server.ts';
import { rulesOf } from '../../case/rules.server.ts';
import type { GivenSignature } from '../../case/signature-row.server.ts';
import type { Actor } from '../../access/model.ts';
import type { JsonObject } from '../../definition/json.ts';
import type { Role, Scenario, ScenarioStep } from '../../definition/types.ts';
import { isRefusal, type Refusal } from '../../errors/refusal.ts';
import type { Definition } from '../../flow/model.ts';
import type { DraftFile } from '../../persistence/drafts.server.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import { addDays } from '../../time/day.ts';
import { movedDays, ownDetails, plainJson, withFiles } from './answers.ts';
import type { Cast, Person } from './people.server.ts';
import type { Play } from './plays.ts';
import type { Moment } from './schedule.ts';

/** Keeps the content of a file that somebody of the demo hands in. */
export type KeepFile = (name: string) => Promise<DraftFile>;

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

const LANGUAGE = 'sv';

/** One case of the demo, lived by the same use cases as any other. */
export class Life {
  readonly #options: LifeOptions;
  #caseId: string | null = null;
  #assigned = false;

  constructor(options: LifeOptions) {
    this.#options = options;
  }

  /** Lets happen what happens at a moment; gives the refusal, if it was refused. */
  async live({ at, step, index, shift }: Moment): Promise<Refusal | null> {
    if (!step) return this.#open(at, shift);
    if (!this.#caseId) return null;
    if (step.facts) return this.#tellReceipt(this.#caseId, step, { at, shift });
    if (step.expect?.refused) return null;
    return this.#act(this.#caseId, step, { at, index, shift });
  }

  /** Answers what the case waits for, as the scenario has it. */
  async settle(now: Date): Promise<void> {
    const caseId = this.#caseId;
    const results = this.#options.scenario.results ?? {};
    for (let rounds = 0; caseId && rounds < 10; rounds += 1) {
      const awaited = (await loadCase(caseId))?.waiting.find(({ id }) => Object.hasOwn(results, id));
      const result = awaited && results[awaited.id];
      if (!awaited || !result) return;
      const outcome =
        result.error === undefined
          ? { output: ownDetailsIn(plainJson(Object(result.output)), this.#applicant) }
          : { error: result.error };
      await bringResult(caseId, { id: awaited.id, seq: awaited.seq, outcome }, now);
    }
  }

  get #applicant() {
    return this.#options.play.by === undefined ? null : this.#options.cast.citizen(this.#options.play.by);
  }

  get #owner() {
    return this.#options.definition.caseType.settings.owner;
  }

  async #open(now: Date, shift: number): Promise<Refusal | null> {
    const { play, scenario, definition, versionId } = this.#options;
    const { settings } = definition.caseType;
    const applicant = this.#applicant;
    const isOwn = OWN_CHANNELS.includes(scenario.channel);
    const actor: Actor = isOwn ? (applicant?.actor ?? { kind: 'anonymous' }) : this.#registrar();
    const told = { ...movedDays(plainJson(scenario.application), shift), ...play.answers };
    const draftId = actor.kind === 'person' && hasFiles(told) ? await this.#draft(actor, now) : null;
    const answers = await this.#withFiles(ownDetailsIn(told, applicant), draftId, now);
    const wish: OpenCase = {
      ...{ key: `demo:${play.key}`, caseType: { versionId }, answers, channel: scenario.channel, actor },
      language: LANGUAGE,
      ...(draftId !== null && { draftId }),
      ...(!isOwn && applicant && { applicant: applicantOf(applicant.actor) })
    };
    const signature = isOwn && settings.eService.signature !== 'none' ? this.#sign(wish, now) : null;
    const opened = await openCase({ ...wish, ...(signature && { signature }) }, now);
    if (isRefusal(opened)) return opened;
    this.#caseId = opened.caseId;
    await this.#addOperator(opened.caseId, answers, now);
    await this.settle(now);
    return play.taken ? this.#assign(opened.caseId, now) : null;
  }

  /** Who a case is about that the authority began itself: added by who began it. */
  async #addOperator(caseId: string, answers: JsonObject, now: Date): Promise<void> {
    const { play, definition } = this.#options;
    const { operatorName: name, facilityAddress: place } = answers;
    const actor = this.#staff('caseworker');
    if (definition.caseType.settings.initiatedBy !== 'authority' || typeof name !== 'string' || !actor) return;
    const who = { kind: 'organisation', name, address: isObject(place) ? addressLines(place) : null } as const;
    await addParty({ key: `demo:${play.key}:operator`, caseId, actor, role: 'party', who }, now);
  }

  /** The sort of signature that only a demo makes: it proves nothing, and says so. */
  #sign({ answers, actor, channel }: OpenCase, now: Date): GivenSignature | null {
    const { definition } = this.#options;
    const facts = { channel, language: LANGUAGE };
    const decision = decideOpen(rulesOf(definition), { caseId: 'demo', actor, answers, facts }, now);
    if (isRefusal(decision) || !decision.submission || actor.kind !== 'person') return null;
    const sha256 = submissionHash(definition.hash, 'application', LANGUAGE, decision.submission.answers);
    const evidence = { madeBy: 'demo', proves: 'nothing' };
    return { method: 'demo', personId: actor.personId, signedAt: now, sha256, evidence };
  }

  async #act(
    caseId: string,
    { event, as: role, data }: ScenarioStep,
    { at, index, shift }: { at: Date; index: number; shift: number }
  ): Promise<Refusal | null> {
    const actor = role && (await this.#actor(role, caseId));
    if (!event || !actor) return null;
    await this.settle(at);
    if (role === 'caseworker' && !this.#assigned) await this.#assign(caseId, at);
    const told = movedDays(plainJson(data ?? {}), shift);
    const draftId =
      actor.kind === 'person' && hasFiles(told) ? await this.#eventDraft(actor, caseId, { event, at }) : null;
    const answers = await this.#withFiles(told, draftId, at);
    const key = `demo:${this.#options.play.key}:${index}`;
    const command = { key, caseId, actor, event, ...(data && { answers }), ...(draftId !== null && { draftId }) };
    const changed = await actOnCase(command, at);
    await this.settle(at);
    return isRefusal(changed) ? changed : null;
  }

  async #assign(caseId: string, now: Date): Promise<Refusal | null> {
    const actor = this.#staff('caseworker');
    if (!actor) return null;
    this.#assigned = true;
    const key = `demo:${this.#options.play.key}:assign`;
    const changed = await assignCase({ key, caseId, actor, to: { personId: actor.personId } }, now);
    return isRefusal(changed) ? changed : null;
  }

  /** Every part gets the latest beslut on the day of the scenario. */
  async #tellReceipt(caseId: string, { facts }: ScenarioStep, { at, shift }: { at: Date; shift: number }) {
    const { receivedOn } = plainJson(facts ?? {});
    const actor = this.#staff('caseworker');
    const found = await loadCase(caseId);
    const beslutId = found?.beslut.at(-1)?.id;
    if (typeof receivedOn !== 'string' || !actor || !found || !beslutId) return null;
    for (const { party_id: partyId } of found.receipts.filter(({ beslut_id }) => beslut_id === beslutId)) {
      const how = { receivedOn: addDays(receivedOn, shift), how: 'Delgivningskvitto', proof: null };
      const key = `demo:${this.#options.play.key}:${beslutId}:${partyId}`;
      const changed = await recordReceipt({ key, caseId, actor, beslutId, partyId, ...how }, at);
      if (isRefusal(changed)) return changed;
    }
    return null;
  }

  #staff(role: Role): Person | null {
    const { cast, turn } = this.#options;
    return cast.staff(role, this.#owner, turn);
  }

  #registrar(): Actor {
    const { scenario } = this.#options;
    const answering = scenario.channel === 'phone' ? this.#staff('contact-centre') : null;
    const own = scenario.channel === 'internal' ? this.#staff('caseworker') : null;
    return answering ?? own ?? this.#staff('registrar') ?? { kind: 'anonymous' };
  }

  async #actor(role: Role, caseId: string): Promise<Actor | null> {
    if (role === 'anyone') return this.#applicant?.actor ?? { kind: 'link', caseId };
    if (role === 'applicant') return this.#applicant?.actor ?? null;
    if (role === 'party' || role === 'ombud') return null;
    return this.#staff(role);
  }

  #draft({ personId }: Person, now: Date): Promise<string> {
    const { definition, versionId } = this.#options;
    const days = definition.caseType.settings.eService.draftDays;
    return startDraft({ personId }, { versionId, days, language: LANGUAGE }, now);
  }

  async #eventDraft({ personId }: Person, caseId: string, { event, at }: { event: string; at: Date }): Promise<string> {
    const { versionId } = this.#options;
    return (await eventDraft({ personId }, { caseId, event, versionId, language: LANGUAGE }, at)).id;
  }

  /** The files of the scenario, kept for real: each can be opened. */
  async #withFiles(answers: JsonObject, draftId: string | null, now: Date): Promise<JsonObject> {
    if (draftId === null) return answers;
    const named: JsonObject[] = [];
    withFiles(answers, (file) => (named.push(file), null));
    const kept: DraftFile[] = [];
    for (const { name } of named) kept.push(await this.#options.keepFile(String(name)));
    const references = await keepDraftFiles(draftId, kept, now);
    let next = 0;
    return withFiles(answers, (file) => ({ ...file, ...plainJson(references[next++] ?? {}) }));
  }
}

const OWN_CHANNELS: readonly string[] = ['e-service', 'my-pages'];

const applicantOf = ({ personId, name, protected: isProtected }: Person) =>
  ({ kind: 'person', personId, identified: false, name, protected: isProtected ?? false }) as const;

const addressLines = ({ street, postalCode, city }: JsonObject): string =>
  `${String(street)}\n${String(postalCode)} ${String(city)}`;

const hasFiles = (answers: JsonObject): boolean =>
  !isDeepStrictEqual(
    withFiles(answers, () => null),
    answers
  );

const ownDetailsIn = (answers: JsonObject, applicant: ReturnType<Cast['citizen']>): JsonObject =>
  applicant ? ownDetails(answers, applicant.facts) : answers;
