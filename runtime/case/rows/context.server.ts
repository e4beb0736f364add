import { mandateFor } from '../../access/acts-for.ts';
import { ownParties } from '../../access/roles.ts';
import type { JsonObject } from '../../definition/json.ts';
import type { CaseTypeSettings } from '../../definition/types.ts';
import type { Definition, Effect, EngineState } from '../../flow/model.ts';
import type { Answers } from '../../form/model.ts';
import { findText } from '../../form/texts.ts';
import { hashJson, type Hex } from '../../persistence/hash.server.ts';
import type { BeslutRow, CaseRow, NoticeRow, ReceiptRow } from '../../persistence/rows.ts';
import type { StepRows } from '../../persistence/write-step.server.ts';
import type { Actor, BeslutRecord, LegalState, PartyRef, TimelineEntry } from '../model.ts';

/** A case as it stands before the step; one that is being opened has seq 0 and no head. */
export interface Before {
  readonly case_: Omit<CaseRow, 'head'> & { readonly head: Hex | null };
  readonly parties: readonly PartyRef[];
  readonly lastLopnummer: number;
  readonly registered: boolean;
  /** Every beslut of the case so far, in order. */
  readonly beslut: readonly BeslutRow[];
  readonly receipts: readonly ReceiptRow[];
}

/** What was handed in with the step. */
export interface Submitted {
  readonly form: string;
  readonly answers: Answers;
  /** The form as it was shown, as JSON. */
  readonly snapshot: string | null;
  readonly language: string;
  readonly sha256: Hex;
  /** Who it came from, for the diarium (OSL 5:2); null when unknown or protected. */
  readonly correspondent: string | null;
  readonly arrivedOn: string;
  /** Whether staff registered with the event what had come in. */
  readonly cameIn: boolean;
  /** The party whose it is, if one of the case sent it. */
  readonly partyId: string | null;
}

/** One change of one case, decided but not yet written. */
export interface Change {
  readonly actor: Actor;
  readonly entry: TimelineEntry;
  readonly state: EngineState;
  readonly effects: readonly Effect[];
  readonly submitted?: Submitted | null;
  readonly beslut?: BeslutRecord | null;
  readonly assigneeId?: string | null;
  readonly unit?: string;
  readonly legalState?: LegalState;
  /** When it happened, where that was before it is written: a timer that fires late happened at its own time. */
  readonly happenedAt?: Date;
  /** Rows of the use case's own. */
  readonly also?: Partial<StepRows>;
}

export const actorText = (actor: Actor): string => (actor.kind === 'person' ? `person:${actor.personId}` : actor.kind);

/** For whom a person acts, in what one wish is told from another by; nothing for themselves. */
export const principalText = (actor: Actor): readonly string[] => {
  const principal = actor.kind === 'person' ? actor.actsFor?.principal : undefined;
  if (!principal) return [];
  return [principal.kind === 'person' ? principal.personId : principal.organisationsnummer];
};
export const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);

/** What a submission's hash is taken over, and a signature binds: which version asked, in which language, and what was answered. */
export const submissionHash = (versionHash: string, form: string, language: string, answers: Answers): Hex =>
  hashJson({ version: versionHash, form, language, answers });

/** Of what a notice says: up, it does not change. */
export const noticeHash = ({ title, body }: Pick<NoticeRow, 'title' | 'body'>): Hex => hashJson({ title, body });

/** What every part of a step needs to know. */
export interface Context {
  readonly before: Before;
  readonly definition: Definition;
  readonly settings: CaseTypeSettings;
  readonly change: Change;
  readonly seq: number;
  readonly at: string;
  readonly today: string;
}

export const effectsOf = ({ change }: Context, type: string): Effect[] =>
  change.effects.filter((effect) => effect.type === type);

/** For which party a person did it who acted for another, and by what right: nothing that tells who they are. */
export function actedFor({ change, before }: Context): JsonObject {
  const { actor, submitted } = change;
  const { slug, organ_key: organ, id, unit_key: unit } = before.case_;
  const mandate = actor.kind === 'person' ? mandateFor(actor, { slug, organ }) : undefined;
  if (!mandate) return {};
  const [own] = ownParties(actor, { id, slug, organ, unit, parties: before.parties });
  const party = own?.partyId ?? submitted?.partyId ?? null;
  return { actsFor: { party, ground: mandate.ground, mandate: mandate.id } };
}

/** A text of the case type in Swedish, the language of the authority (språklagen 10 §). */
export const swedish = ({ definition }: Context, key: string): string | undefined =>
  findText(definition.caseType.texts, 'sv')(key);

/** A value of our own types as plain JSON. */
export function toJson(value: object): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(value));
  return json;
}
