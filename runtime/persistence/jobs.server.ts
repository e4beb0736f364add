import { read } from './transaction.server.ts';
import type { Job } from './write-step.server.ts';

export interface DeadJobRow {
  readonly id: string;
  readonly task: string;
  readonly key: string | null;
  readonly case_id: string | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly last_tried_at: string;
}

const DEAD = {
  name: 'dead-jobs',
  text: `
select j.id::text, t.identifier as task, j.key, j.payload->>'caseId' as case_id, j.attempts, j.last_error as error, j.updated_at as last_tried_at
from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
where j.attempts >= j.max_attempts and j.locked_at is null order by j.updated_at desc limit 200`
};

export const deadJobs = (): Promise<DeadJobRow[]> => read<DeadJobRow>(DEAD);

const AGAIN = {
  name: 'run-job-again',
  text: `
select id::text from graphile_worker.reschedule_jobs(
  array(select id from graphile_worker._private_jobs where id = $1 and attempts >= max_attempts), run_at => now(), attempts => 0)`
};

/** Lets a dead job be tried anew from the start; false when there is no such job. */
export const rescheduleJob = async (id: string): Promise<boolean> => (await read(AGAIN, [id])).length > 0;

const QUEUE = {
  name: 'queue-jobs',
  text: `
select j.id::text from (select array(select row(x.task, x.payload, null, null, 12, x.key, null, null)::graphile_worker.job_spec
  from jsonb_to_recordset($1::jsonb) as x(task text, payload json, key text)) as specs) s, lateral graphile_worker.add_jobs(s.specs) j`
};

/** Queues jobs that a unit of work took, after all. */
export const queueJobs = async (jobs: readonly Job[]): Promise<void> =>
  void (jobs.length > 0 && (await read(QUEUE, [JSON.stringify(jobs)])));
