import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isOwnChannel } from '../../access/opening-role.ts';
import type { Actor } from '../../access/model.ts';
import { actOnCase } from '../../case/act-on-case.server.ts';
import type { Applicant } from '../../case/applicant.ts';
import { assignCase } from '../../case/assign-case.server.ts';
import { bringResult } from '../../case/bring-result.server.ts';
import { decideOpen } from '../../case/decide-open.ts';
import { eventDraft, keepDraftFiles, startDraft } from '../../case/drafts.server.ts';
import { openCase, type OpenCase } from '../../case/open-case.server.ts';
import { recordReceipt } from '../../case/record-receipt.server.ts';
import { submissionHash } from '../../case/rows/context.server.ts';
import { rulesOf } from '../../case/rules.server.ts';
import type { GivenSignature } from '../../case/signature-row.server.ts';
import type { JsonObject } from '../../definition/json.ts';
import type { Channel } from '../../definition/types.ts';
import { isRefusal, type Refusal } from '../../errors/refusal.ts';
import type { Definition, Outcome } from '../../flow/model.ts';
import type { DraftFile } from '../../persistence/drafts.server.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import type { Day } from '../../time/day.ts';
import { plainJson, withFiles } from './answers.ts';
import type { Person } from './people.server.ts';

/** Keeps the content of a file that somebody of the demo hands in. */
export type KeepFile = (name: string) => Promise<Omit<DraftFile, 'id'>>;

export interface DeedsOptions {
  /** Begins the key of each command of the case. */
  readonly key: string;
  readonly definition: Definition;
  readonly versionId: string;
  readonly keepFile: KeepFile;
}

/** How a case of the demo comes in. */
export interface Filing {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly answers: JsonObject;
  /** Whose case it is, where staff open it. */
  readonly applicant?: Applicant;
}

const LANGUAGE = 'sv';
/** The sort of signature that only a demo makes: it proves nothing, and says so. */
const EVIDENCE = { madeBy: 'demo', proves: 'nothing' };

/** What somebody signs in the demo. */
export const demoSignature = (personId: string | null, sha256: string, signedAt: Date): GivenSignature => ({
  ...{ method: 'demo', personId, signedAt, sha256, evidence: EVIDENCE }
});

/** What people do to one case of the demo, by the same use cases as any other. A refusal is given back. */
export class Deeds {
  readonly #options: DeedsOptions;
  #caseId: string | null = null;
  #count = 0;

  constructor(options: DeedsOptions) {
    this.#options = options;
  }

  /** Null until the case is opened. */
  get caseId(): string | null {
    return this.#caseId;
  }

  async open({ actor, channel, answers: told, applicant }: Filing, now: Date): Promise<Refusal | null> {
    const { definition, versionId } = this.#options;
    const { eService } = definition.caseType.settings;
    const isOwn = isOwnChannel(channel);
    const draft = { versionId, days: eService.draftDays, language: LANGUAGE };
    const draftId = actor.kind === 'person' && hasFiles(told) ? await startDraft(actor, draft, now) : null;
    const answers = await this.#withFiles(told, draftId, now);
    const wish: OpenCase = {
      ...{ key: this.#key('open'), caseType: { versionId }, answers, channel, actor, language: LANGUAGE },
      ...(draftId !== null && { draftId }),
      ...(applicant && { applicant })
    };
    const signature = isOwn && eService.signature !== 'none' ? this.#sign(wish, now) : null;
    const opened = await openCase({ ...wish, ...(signature && { signature }) }, now);
    if (isRefusal(opened)) return opened;
    this.#caseId = opened.caseId;
    return null;
  }

  async act(
    { actor, event, answers: told }: { actor: Actor; event: string; answers: JsonObject | null },
    now: Date
  ): Promise<Refusal | null> {
    const caseId = this.#opened();
    const { versionId } = this.#options;
    const draft = { caseId, event, versionId, language: LANGUAGE };
    const draftId = told && actor.kind === 'person' && hasFiles(told) ? (await eventDraft(actor, draft, now)).id : null;
    const answers = told && (await this.#withFiles(told, draftId, now));
    const also = { ...(answers && { answers }), ...(draftId !== null && { draftId }) };
    return refusalIn(await actOnCase({ key: this.#key(event), caseId, actor, event, ...also }, now));
  }

  async assign(actor: Person, now: Date): Promise<Refusal | null> {
    const wish = { key: this.#key('assign'), caseId: this.#opened(), actor, to: { personId: actor.personId } };
    return refusalIn(await assignCase(wish, now));
  }

  /** Brings what an automation that is waited for came to; nothing when none is. */
  async bring(id: string, outcome: Outcome, now: Date): Promise<void> {
    const caseId = this.#opened();
    const awaited = (await loadCase(caseId))?.waiting.find((one) => one.id === id);
    if (awaited) await bringResult(caseId, { id, seq: awaited.seq, outcome }, now);
  }

  /** Every part that waits for it gets the latest beslut. */
  async tellReceipt(actor: Actor, receivedOn: Day, now: Date): Promise<Refusal | null> {
    const caseId = this.#opened();
    const found = await loadCase(caseId);
    const beslutId = found?.beslut.at(-1)?.id;
    const waiting = found?.receipts.filter((row) => row.beslut_id === beslutId && row.received_on === null) ?? [];
    for (const { party_id: partyId } of waiting) {
      if (beslutId === undefined) continue;
      const receipt = { beslutId, partyId, receivedOn, how: 'Delgivningskvitto', proof: null };
      const changed = await recordReceipt({ key: this.#key('receipt'), caseId, actor, ...receipt }, now);
      if (isRefusal(changed)) return changed;
    }
    return null;
  }

  #opened(): string {
    if (this.#caseId === null) throw new TypeError('the case is not opened');
    return this.#caseId;
  }

  #key(what: string): string {
    return `demo:${this.#options.key}:${(this.#count += 1)}:${what}`;
  }

  #sign({ answers, actor, channel }: OpenCase, now: Date): GivenSignature | null {
    const { definition } = this.#options;
    const facts = { channel, language: LANGUAGE };
    const decision = decideOpen(rulesOf(definition), { caseId: 'demo', actor, answers, facts }, now);
    if (isRefusal(decision) || !decision.submission || actor.kind !== 'person') return null;
    const sha256 = submissionHash(definition.hash, 'application', LANGUAGE, decision.submission.answers);
    return demoSignature(actor.personId, sha256, now);
  }

  /** The files of the answers, kept for real: each can be opened. Without a draft to keep them in there are none. */
  async #withFiles(answers: JsonObject, draftId: string | null, now: Date): Promise<JsonObject> {
    if (draftId === null) return answers;
    const named: JsonObject[] = [];
    withFiles(answers, (file) => (named.push(file), null));
    const kept: DraftFile[] = [];
    for (const { name } of named) kept.push({ id: randomUUID(), ...(await this.#options.keepFile(String(name))) });
    const references = await keepDraftFiles(draftId, kept, now);
    let next = 0;
    return withFiles(answers, (file) => ({ ...file, ...plainJson(references[next++] ?? {}) }));
  }
}

const refusalIn = (changed: object): Refusal | null => (isRefusal(changed) ? changed : null);

const hasFiles = (answers: JsonObject): boolean =>
  !isDeepStrictEqual(
    withFiles(answers, () => null),
    answers
  );
