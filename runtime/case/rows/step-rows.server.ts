import { randomUUID } from 'node:crypto';
import { isOpen } from '../../access/allowed.ts';
import type { Json, JsonObject } from '../../definition/json.ts';
import type { Definition } from '../../flow/model.ts';
import { chainHash, type Hex } from '../../persistence/hash.server.ts';
import type { BeslutRow, CaseRow, HandlingRow, NoticeRow, SubmissionRow, TimerRow } from '../../persistence/rows.ts';
import type { StepRows } from '../../persistence/write-step.server.ts';
import { stockholmDay } from '../../time/day.ts';
import { bookingsOf } from '../bookings.ts';
import { legalStateAfter } from '../legal-state.ts';
import type { LegalState } from '../model.ts';
import { queuePlace } from '../queue.ts';
import { announcedBeslut, beslutHash, beslutRows, notices } from './beslut-rows.server.ts';
import {
  actedFor,
  actorText,
  effectsOf,
  noticeHash,
  personOf,
  toJson,
  type Before,
  type Change,
  type Context
} from './context.server.ts';
import { handedIn, numbering, registeredByFlow } from './handling-rows.server.ts';
import { jobs } from './jobs.server.ts';
import { isUuid } from '../../uuid.ts';

/** Turns one decided change into the rows that the one writer writes. Ids and hashes are made here; nothing is read. */
export function stepRows(before: Before, definition: Definition, change: Change, now: Date): Omit<StepRows, 'command'> {
  const { settings } = definition.caseType;
  const context: Context = {
    ...{ before, definition, settings, change },
    ...{ seq: before.case_.seq + 1, at: now.toISOString(), today: stockholmDay(now) }
  };
  const submission = submissionRow(context);
  const { beslut, receipts } = beslutRows(context);
  const handling = [...handedIn(context, submission, beslut), ...(change.also?.handling ?? [])];
  handling.push(...registeredByFlow(context, handling));
  const notice = notices(context, beslut);
  const legal = legalState(context);
  const content = contentHashes({ submission, beslut, handling, notice });
  const timeline = timelineRow(context, content);
  const runs = isOpen(legal.state);
  return {
    case_: caseRow(context, legal, timeline.hash),
    timeline,
    timer: runs ? timerRows(context) : [],
    waiting: runs ? change.state.waiting.map((waiting) => ({ ...waiting, case_id: before.case_.id })) : [],
    booking: runs ? bookingsOf(definition.caseType, change.state.data) : [],
    numbering: numbering(context, handling),
    jobs: jobs(context),
    ...change.also,
    closedOn: legal.closes ? context.today : null,
    submission: submission ? [submission] : [],
    beslut: latestOf([...beslut, ...(change.also?.beslut ?? []), ...announcedBeslut(context, beslut, notice)]),
    beslut_receipt: [...receipts, ...(change.also?.beslut_receipt ?? [])],
    handling,
    notice: [...notice, ...(change.also?.notice ?? [])],
    filed: handling[0]
      ? filesIn(change.submitted?.answers ?? {}).map((id) => ({ id, handling_id: handling[0]?.id ?? '' }))
      : []
  };
}

/** One row per id, the last one said: a statement writes no row twice. */
const latestOf = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values()
];

const timerRows = ({ before, change }: Context): TimerRow[] =>
  change.state.timers.map(({ lastDay, ...timer }) => ({ ...timer, case_id: before.case_.id, last_day: lastDay }));

function submissionRow({ before, change, seq, at }: Context): SubmissionRow | null {
  const { submitted } = change;
  if (!submitted) return null;
  const { form, answers, snapshot, language, sha256, partyId } = submitted;
  return {
    ...{ form, answers, snapshot, language, sha256, seq },
    id: randomUUID(),
    case_id: before.case_.id,
    version_id: before.case_.version_id,
    submitted_by_id: personOf(change.actor),
    party_id: partyId,
    submitted_at: at
  };
}

/** The case as an ärende after the step: a finished flow closes it. */
function legalState({ before, change, at }: Context): { state: LegalState; closedAt: string | null; closes: boolean } {
  const state = legalStateAfter(change.legalState ?? before.case_.legal_state, change);
  const open = isOpen(state);
  return {
    state,
    closes: !open && before.case_.closed_at === null,
    closedAt: open ? null : (before.case_.closed_at ?? at)
  };
}

/** What the chain vouches for beside the entry itself: the hash of all that came to be and never changes. */
function contentHashes(rows: {
  submission: SubmissionRow | null;
  beslut: readonly BeslutRow[];
  handling: readonly HandlingRow[];
  notice: readonly NoticeRow[];
}): JsonObject {
  return Object.fromEntries([
    ...(rows.submission ? [[`submission/${rows.submission.id}`, rows.submission.sha256]] : []),
    ...rows.beslut.map((row) => [`beslut/${row.id}`, beslutHash(row)]),
    ...rows.handling.map((row) => [`handling/${row.id}`, row.sha256]),
    ...rows.notice.map((row) => [`notice/${row.id}`, noticeHash(row)])
  ]);
}

function timelineRow(context: Context, content: JsonObject): StepRows['timeline'] {
  const { before, change, seq, at } = context;
  const published = effectsOf(context, 'publish-status').map(({ params }) => String(params['text']));
  const details: JsonObject = {
    ...change.entry.details,
    ...(Object.keys(content).length > 0 && { content }),
    ...(published.length > 0 && { published }),
    ...actedFor(context)
  };
  const entry = { ...change.entry, ...(Object.keys(details).length > 0 && { details }) };
  const actor = actorText(change.actor);
  const hash = chainHash(before.case_.head, { caseId: before.case_.id, seq, at, actor, entry: toJson(entry) });
  return { case_id: before.case_.id, seq, at, actor, entry, gallrad_by: null, previous: before.case_.head, hash };
}

function caseRow(context: Context, legal: { state: LegalState; closedAt: string | null }, head: Hex): CaseRow {
  const { before, change, definition, seq, at } = context;
  const { value, status, data, visits, deadlines } = change.state;
  const assigned = assignment(context);
  return {
    ...before.case_,
    ...{ value, status, data, visits, deadlines, seq, head },
    ...queuePlace(definition, change.state),
    legal_state: legal.state,
    closed_at: legal.closedAt,
    assignee_id: assigned.assigneeId,
    unit_key: assigned.unit,
    changed_at: change.happenedAt?.toISOString() ?? at
  };
}

/** Who has the case, and which unit, after the step's own assignment and what the flow says. */
function assignment(context: Context): { assigneeId: string | null; unit: string } {
  const { before, change } = context;
  let assigneeId = change.assigneeId === undefined ? before.case_.assignee_id : change.assigneeId;
  let unit = change.unit ?? before.case_.unit_key;
  for (const { params } of effectsOf(context, 'assign')) {
    if (typeof params['unit'] === 'string') unit = params['unit'];
    if (params['to'] === 'nobody') assigneeId = null;
    if (params['to'] === 'sender') assigneeId = personOf(change.actor);
  }
  return { assigneeId, unit };
}

/** Ids of files that answers name; the writer takes only those that were uploaded to this case or draft. */
function filesIn(value: Json): string[] {
  if (typeof value === 'string') return isUuid(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filesIn) : [];
}
