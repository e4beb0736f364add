import { refuse, type Refusal } from '../../errors/refusal.ts';
import { inTransaction, type Run } from '../transaction.server.ts';

const BY = { name: 'organisation-by', text: `select set_config('smedja.actor', $1, true)` };

/** What the rules of the database say no to, as a refusal. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  SM001: refuse('organisation.last_administrator'),
  '23505': refuse('organisation.name_taken'),
  '23503': refuse('organisation.not_found'),
  '23514': refuse('organisation.period')
};

/**
 * One change of who may do what, all of it or nothing, which the database logs as made by `by` (`person:<id>`). A refusal that `work`
 * gives is for before it writes.
 */
export async function changeOrganisation<Result>(
  by: string,
  work: (run: Run) => Promise<Result | Refusal>
): Promise<Result | Refusal> {
  try {
    return await inTransaction(async ({ run }) => {
      await run(BY, [by]);
      return work(run);
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const refusal = REFUSALS[code];
    if (refusal) return refusal;
    throw error;
  }
}
