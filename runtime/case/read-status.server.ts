import { allowed } from '../access/allowed.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import type { AvailableEvent, Definition } from '../flow/model.ts';
import { journey, type JourneyStop } from '../flow/journey.ts';
import { phaseLine, type PhaseStop } from '../flow/phase-line.ts';
import { statusOf, type FlowStatus } from '../flow/status.ts';
import type { CaseData } from '../form/model.ts';
import type { LoadedCase } from '../persistence/load-case.server.ts';
import { caseByToken, stepsTaken } from '../persistence/status-links.server.ts';
import { expectedBy, type Expected } from './expected.ts';
import { definitionOf } from './definitions.server.ts';
import { recordOf } from './loop.server.ts';
import type { Actor, LegalState } from './model.ts';
import { paymentsOf, type CasePayment } from './pay.server.ts';
import { askedPayments } from './payments.ts';
import { toldAnswers, type ToldAnswer } from './told.ts';

/** Where a case stands, for whoever holds its status link: what happens, what is asked, and nothing of anybody. */
export interface CaseStatus {
  readonly caseId: string;
  readonly seq: number;
  readonly number: string;
  readonly definition: Definition;
  readonly legalState: LegalState;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly status: FlowStatus;
  /** What the case type lets the holder read of what was answered. */
  readonly told: readonly ToldAnswer[];
  readonly phases: readonly PhaseStop[];
  readonly journey: readonly JourneyStop[];
  readonly expected: Expected | null;
  /** What the holder of the link may send now, each with its form. */
  readonly events: readonly AvailableEvent[];
  /** What is asked to be paid, and what was. */
  readonly payments: readonly CasePayment[];
  /** Who acts when an event is sent by the link. */
  readonly actor: Actor;
}

const TOKEN = /^[\w-]{22,64}$/;

/** The status behind a link's token, or `status_link.not_found` for one that is unknown or revoked. */
export async function readStatus(token: string): Promise<CaseStatus | Refusal> {
  const found = TOKEN.test(token) ? await caseByToken(token) : undefined;
  if (!found) return refuse('status_link.not_found');
  const { case_ } = found;
  const definition = await definitionOf(case_.version_id);
  const record = recordOf(found);
  const actor: Actor = { kind: 'link', caseId: case_.id };
  const status = statusOf(definition, record.state);
  const phases = phaseLine(definition, record.state, found.visited);
  const openedAt = new Date(case_.opened_at);
  return {
    caseId: case_.id,
    seq: case_.seq,
    number: case_.number,
    definition,
    legalState: case_.legal_state,
    openedAt,
    changedAt: new Date(case_.changed_at),
    status,
    told: toldAnswers(definition, status, record.state.data),
    phases,
    journey: journey(definition, record.state, await stepsTaken(case_.id)),
    expected: expectedBy({ settings: definition.caseType.settings, status, phases, openedAt }),
    events: allowed(definition, record, actor),
    payments: await paymentsOf(case_.id, askedPayments(found.waiting)),
    actor
  };
}

/** A case as far as an event of it needs to know: for the server, since it holds the case's whole document. */
export interface CaseAtHand {
  readonly caseId: string;
  readonly versionId: string;
  readonly seq: number;
  readonly number: string;
  readonly definition: Definition;
  readonly data: CaseData;
  /** As it was read, for `actOnCase`. */
  readonly read: LoadedCase;
  /** What this actor may send now. */
  readonly events: readonly AvailableEvent[];
  readonly actor: Actor;
}

/** The case behind a link's token, to send it an event; `status_link.not_found` as above. */
export async function caseByLink(token: string): Promise<CaseAtHand | Refusal> {
  const found = TOKEN.test(token) ? await caseByToken(token) : undefined;
  if (!found) return refuse('status_link.not_found');
  const { id, version_id, seq, number } = found.case_;
  const definition = await definitionOf(version_id);
  const record = recordOf(found);
  const actor: Actor = { kind: 'link', caseId: id };
  const events = allowed(definition, record, actor);
  const { data } = record.state;
  return { caseId: id, versionId: version_id, seq, number, definition, data, read: found, events, actor };
}
