import type { Booking } from '../case/bookings.ts';
import type { JsonObject } from '../definition/json.ts';
import { PlatformError } from '../errors/platform-error.ts';
import type { Hex } from './hash.server.ts';
import type {
  BeslutRow,
  CoSignerRow,
  CaseRow,
  FileRow,
  HandlingActRow,
  HandlingRow,
  LetterRow,
  NoticeRow,
  PartyRow,
  ReceiptRow,
  SignatureRow,
  StatusLinkRow,
  SubmissionRow,
  TimelineRow,
  TimerRow,
  WaitingRow
} from './rows.ts';
import type { Statement, Transaction } from './transaction.server.ts';

/** A job for the queue. The key names one effect of one step: a job that is there already is this very one. */
export interface Job {
  readonly task: string;
  readonly key: string;
  readonly payload: JsonObject;
}

/** The series that the case gets its number from, when it gets one in this step. */
export interface Numbering {
  readonly organ_key: string;
  readonly series: string;
  readonly year: number;
  /** Whether the number stands in the diarium. */
  readonly registered: boolean;
}

/** Everything that one step changes, as rows. What is left out does not change. */
export interface StepRows {
  readonly case_: CaseRow;
  readonly timeline: TimelineRow;
  /** All that run and wait after the step; others end. */
  readonly timer: readonly TimerRow[];
  readonly waiting: readonly WaitingRow[];
  readonly numbering: Numbering | null;
  readonly party?: readonly PartyRow[];
  readonly submission?: readonly SubmissionRow[];
  readonly signature?: readonly SignatureRow[];
  /** Every time that the case holds after the step; others are free again. Left out: none. */
  readonly booking?: readonly Booking[];
  readonly co_signer?: readonly CoSignerRow[];
  readonly beslut?: readonly BeslutRow[];
  readonly beslut_receipt?: readonly ReceiptRow[];
  readonly handling?: readonly HandlingRow[];
  readonly handling_act?: readonly HandlingActRow[];
  readonly letter?: readonly LetterRow[];
  readonly notice?: readonly NoticeRow[];
  readonly status_link?: readonly StatusLinkRow[];
  /** The day the case was slutbehandlat, when this step closes it: what is left of it becomes upprättat (TF 2:10). */
  readonly closedOn: string | null;
  /** Uploaded files that are now part of a handling; those of others are passed over. */
  readonly filed?: readonly { readonly id: string; readonly handling_id: string }[];
  /** Files that the step itself brings. */
  readonly file?: readonly FileRow[];
  /** The draft that became the application: nothing of it is left. */
  readonly draftId?: string | null;
  readonly jobs: readonly Job[];
  /** The command that is carried out, and what its sender is told; the number is added. */
  readonly command: { readonly key: Hex; readonly answer: JsonObject } | null;
}

/** Rows that are added; where one with the same key is there already, its `changes` take the new values. */
function write(table: keyof StepRows, key?: string, changes: readonly string[] = []): string {
  const rows = `insert into ${table} select r.* from d, jsonb_populate_recordset(null::${table}, d.d->'${table}') r`;
  if (!key) return `${table}_rows as (${rows})`;
  const set = changes.map((column) => `${column} = excluded.${column}`).join(', ');
  return `${table}_rows as (${rows} on conflict (${key}) do update set ${set})`;
}

/** What the engine no longer keeps ends. */
const end = (table: 'timer' | 'waiting', key: string) =>
  `${table}_gone as (delete from ${table} t using d where t.case_id = (d.d#>>'{case_,id}')::uuid
    and not exists (select from jsonb_array_elements(d.d->'${table}') r where r->>'${key}' = t.${key}))`;

const MUTABLE: readonly (keyof CaseRow)[] = [
  'unit_key',
  'legal_state',
  'assignee_id',
  'value',
  'status',
  'data',
  'visits',
  'deadlines',
  'states',
  'phase',
  'waits_for',
  'queue_roles',
  'deadline',
  'changed_at',
  'closed_at',
  'seq',
  'head'
];

const INSERT_CASE = `case_rows as (insert into case_ select r.* from d, n, jsonb_populate_record(null::case_,
    jsonb_set(d.d->'case_', '{data,case,number}', to_jsonb(n.label)) || jsonb_build_object('number', n.label)) r returning id)`;

const UPDATE_CASE = `case_rows as (update case_ c set ${MUTABLE.map((column) => `${column} = r.${column}`).join(', ')}
    from d, jsonb_populate_record(null::case_, d.d->'case_') r where c.id = r.id and c.seq = r.seq - coalesce((d.d->>'steps')::int, 1) returning c.id)`;

const TIMELINE =
  "timeline_rows as (insert into timeline select r.* from d, jsonb_populate_record(null::timeline, d.d->'timeline') r)";

/** What comes with a form, or when somebody joins the case. */
const SUBMITTED: readonly (keyof StepRows)[] = ['party', 'submission', 'handling', 'status_link'];

const WRITE_SUBMITTED = [
  write('party', 'id', ['person_id']),
  write('submission'),
  write('handling', 'id', ['allman_since', 'allman_ground', 'registered_at']),
  write('status_link', 'token_hash', ['revoked_at']),
  "draft_gone as (delete from draft t using d where t.id = (d.d->>'draftId')::uuid)"
];

/** What few steps bring. */
const RARE: readonly (keyof StepRows)[] = [
  'signature',
  'co_signer',
  'booking',
  'beslut',
  'beslut_receipt',
  'handling_act',
  'file',
  'letter',
  'notice',
  'filed'
];

const WRITE_RARE = [
  write('signature'),
  write('co_signer', 'party_id', ['answer', 'answered_at']),
  `booking_rows as (insert into booking (resource, time, case_id) select r.resource, r.time, (d.d#>>'{case_,id}')::uuid
    from d, jsonb_to_recordset(d.d->'booking') as r(resource text, time text)
    where not exists (select from booking b where b.resource = r.resource and b.time = r.time and b.case_id = (d.d#>>'{case_,id}')::uuid))`,
  write('beslut', 'id', ['laga_kraft_on', 'enforceable_since']),
  write('beslut_receipt', 'beslut_id, party_id', ['received_on', 'how', 'proof', 'last_day_to_appeal', 'appealed_on']),
  write('handling_act'),
  write('file'),
  write('letter', 'id', ['sent_on', 'how', 'sent_by_id']),
  write('notice', 'id', ['down_at', 'down_by_id']),
  `filed_rows as (update file f set handling_id = r.handling_id, case_id = (d.d#>>'{case_,id}')::uuid, draft_id = null
    from d, jsonb_to_recordset(d.d->'filed') as r(id uuid, handling_id uuid)
    where f.id = r.id and f.handling_id is null and (f.case_id = (d.d#>>'{case_,id}')::uuid or f.draft_id = (d.d->>'draftId')::uuid))`,
  `closing as (update handling h set allman_since = (d.d->>'closedOn')::date, allman_ground = 'slutbehandlat',
      registered_at = case when h.registration_mode = 'diarium' then (d.d#>>'{timeline,at}')::timestamptz end
    from d where h.case_id = (d.d#>>'{case_,id}')::uuid and h.allman_since is null and d.d->>'closedOn' is not null)`
];

/** What the step before left and this one does not keep. */
const END_EARLIER = [
  end('timer', 'event'),
  end('waiting', 'id'),
  `bookings_gone as (delete from booking b using d where b.case_id = (d.d#>>'{case_,id}')::uuid
    and not exists (select from jsonb_to_recordset(d.d->'booking') as r(resource text, time text) where r.resource = b.resource and r.time = b.time))`
];

/**
 * One statement for a whole step: one round trip whatever it holds. The order of the parts is PostgreSQL's; foreign keys are checked
 * at the end. The counter's row stays locked from here to the commit, and nothing comes between. A key of the queue names one effect
 * of one step, so that a job that is there already is this very one (`unsafe_dedupe`, whose plan PostgreSQL keeps). It divides by
 * zero, and so is undone though the commit follows at once, when the case is not at the step before.
 */
const statement = (...parts: readonly string[]) => `
with d as (select $1::jsonb as d),
  n as (insert into diarium_series as s (organ_key, series, year, registered, next)
    select x.organ_key, x.series, x.year, x.registered, 2 from d, jsonb_to_record(nullif(d.d->'numbering', 'null')) as x(organ_key text, series text, year int, registered bool)
    where x.series is not null
    on conflict (organ_key, series, year, registered) do update set next = s.next + 1
    returning s.*, s.next - 1 as number, format(case when s.registered then '%s %s/%s' else '%s %s-%s' end, s.series, s.year, s.next - 1) as label),
  unit_rows as (insert into unit (organ_key, key, name)
    select r.organ_key, r.unit_key, r.unit_key from d, jsonb_populate_record(null::case_, d.d->'case_') r on conflict do nothing),
  registration_rows as (insert into registration (organ_key, series, year, number, case_id, at)
    select n.organ_key, n.series, n.year, n.number, (d.d#>>'{case_,id}')::uuid, (d.d#>>'{timeline,at}')::timestamptz from d, n where n.registered),
  ${write('timer', 'case_id, event', ['delay', 'state', 'last_day', 'at'])},
  ${write('waiting', 'case_id, id', ['seq', 'src', 'input'])},
  ${parts.join(',\n  ')},
  command_rows as (update command c set answer = (d.d#>'{command,answer}') || coalesce((select jsonb_build_object('number', n.label) from n), '{}')
    from d where c.key = (d.d#>>'{command,key}')::bytea),
  jobs as (select j.id from d, jsonb_to_recordset(d.d->'jobs') as x(task text, payload json, key text),
    lateral graphile_worker.add_job(x.task, x.payload, max_attempts => 12, job_key => x.key, job_key_mode => 'unsafe_dedupe') j),
  told as (select pg_notify('case', json_build_object('id', d.d#>>'{case_,id}', 'seq', (d.d#>'{case_,seq}'))::text) from d)
select 1 / (select count(*)::int from case_rows), (select label from n) as number, (select count(*) from jobs), (select count(*) from told)`;

/** Several steps of one case at once, as one: what each brought, and what stands after the last. */
export interface Steps extends Omit<StepRows, 'timeline'> {
  readonly timeline: readonly TimelineRow[];
  readonly steps: number;
}

const ADVANCE_FAR = {
  name: 'write-steps',
  text: statement(UPDATE_CASE, write('timeline'), ...END_EARLIER, ...WRITE_SUBMITTED, ...WRITE_RARE)
};

/** Writes several steps at once, as `writeStep` writes one. None of them gives a number, closes a case or deletes a draft. */
export const writeSteps = (transaction: Transaction, steps: Steps): Promise<void> =>
  written(transaction, ADVANCE_FAR, steps).then(() => undefined);

const OPEN = [INSERT_CASE, TIMELINE, ...WRITE_SUBMITTED];
const ADVANCE = [UPDATE_CASE, TIMELINE, ...END_EARLIER];
/** Each table that a statement may write costs it time, also when it writes none of it: so most are left out of most steps. */
const STATEMENTS = {
  open: { name: 'write-opening', text: statement(...OPEN) },
  openWithRare: { name: 'write-opening-with-rare', text: statement(...OPEN, ...WRITE_RARE) },
  advance: { name: 'write-step', text: statement(...ADVANCE) },
  advanceWithForm: { name: 'write-step-with-form', text: statement(...ADVANCE, ...WRITE_SUBMITTED) },
  advanceWithRare: { name: 'write-step-with-rare', text: statement(...ADVANCE, ...WRITE_SUBMITTED, ...WRITE_RARE) }
};

function statementFor(rows: StepRows): Statement {
  const has = (keys: readonly (keyof StepRows)[]) =>
    keys.some((key) => Array.isArray(rows[key]) && rows[key].length > 0);
  const hasRare = rows.closedOn !== null || has(RARE);
  if (rows.case_.seq === 1) return hasRare ? STATEMENTS.openWithRare : STATEMENTS.open;
  if (hasRare) return STATEMENTS.advanceWithRare;
  return rows.draftId || has(SUBMITTED) ? STATEMENTS.advanceWithForm : STATEMENTS.advance;
}

/**
 * The one writer of case, timeline and registration. Inside the caller's transaction, under the lock of the case.
 *
 * @returns the number that the case got in this step, if it got one
 * @throws PlatformError `case.written_by_another` when the case is not at the step before: somebody wrote without the lock
 */
export async function writeStep(transaction: Transaction, rows: StepRows): Promise<string | null> {
  if (transaction.unit) return transaction.unit.write(rows);
  return written(transaction, statementFor(rows), rows);
}

const DIVISION_BY_ZERO = '22012';

async function written({ runLast }: Transaction, statement: Statement, rows: StepRows | Steps): Promise<string | null> {
  try {
    const [row] = await runLast<{ number: string | null }>(statement, [JSON.stringify(rows)]);
    return row?.number ?? null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === DIVISION_BY_ZERO)) throw error;
    throw new PlatformError('case.written_by_another', { caseId: rows.case_.id, seq: rows.case_.seq });
  }
}
