import { redirect } from '@sveltejs/kit';
import { listDeadJobs, runJobAgain } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { unpublished } from '#lib/server/unpublished.ts';
import { postedForm } from '#lib/server/posted-form.ts';

/** What has stopped by itself and waits for an administrator: jobs that gave up, and case types that could not be published. */
export const load = async (event) => {
  const { actor } = requireStaff(event);
  const { requestId, language } = event.locals;
  const jobs = await listDeadJobs(actor);
  if (isRefusal(jobs)) stopWith(jobs, requestId);
  return { jobs, unpublished: unpublished(language) };
};

export const actions = {
  again: async (event) => {
    const { actor } = requireStaff(event);
    const id = String((await postedForm(event)).get('id') ?? '');
    const outcome = await runJobAgain(id, actor);
    // One that is gone was run by somebody else meanwhile.
    if (isRefusal(outcome) && outcome.refused !== 'job.not_found') stopWith(outcome, event.locals.requestId);
    redirect(303, '/admin/jobb');
  }
};
