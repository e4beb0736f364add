import { may } from '../access/permissions.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { deadJobs, rescheduleJob } from '../persistence/jobs.server.ts';
import type { Actor } from './model.ts';

/** A job that was tried as often as it may be. Says what and where, never what it carried. */
export interface DeadJob {
  readonly id: string;
  readonly task: string;
  readonly caseId: string | null;
  readonly attempts: number;
  /** The code of the last failure. */
  readonly error: string | null;
  readonly lastTriedAt: Date;
}

/** The jobs that gave up, last first, for the system administrator; `access.denied` for others. */
export async function listDeadJobs(actor: Actor): Promise<readonly DeadJob[] | Refusal> {
  if (!may(actor, 'jobs.manage', null)) return refuse('access.denied');
  return (await deadJobs()).map(({ id, task, case_id, attempts, error, last_tried_at }) => ({
    ...{ id, task, attempts, error, caseId: case_id },
    lastTriedAt: new Date(last_tried_at)
  }));
}

/** Lets a dead job be tried anew; `access.denied`, or `job.not_found` for one that is not dead. */
export async function runJobAgain(id: string, actor: Actor): Promise<{ readonly id: string } | Refusal> {
  if (!may(actor, 'jobs.manage', null)) return refuse('access.denied');
  return /^\d{1,18}$/.test(id) && (await rescheduleJob(id)) ? { id } : refuse('job.not_found');
}
