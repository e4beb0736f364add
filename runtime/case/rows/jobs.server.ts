import type { WaitsFor } from '../../definition/types.ts';
import { ACTIONS } from '../../flow/catalogue.ts';
import type { Job } from '../../persistence/write-step.server.ts';
import type { Context } from './context.server.ts';

const WITH_WRITE = Object.entries(ACTIONS).flatMap(([type, { runs }]) => (runs === 'as-job' ? [] : [type]));

/** What is left to do outside the transaction, one job per effect. A waiting automation's input stays in its row. */
export function jobs(context: Context): Job[] {
  const { before, change, seq } = context;
  const lastDay = meantDay(context);
  return change.effects
    .filter(({ type }) => !WITH_WRITE.includes(type))
    .map(({ type, params }, index) => ({
      task: type,
      key: `${before.case_.id}:${seq}:${index}`,
      payload: {
        caseId: before.case_.id,
        seq,
        ...(type === 'invoke' ? { id: params['id'] ?? null, visit: params['seq'] ?? null } : { index, params, lastDay })
      }
    }));
}

/**
 * The day that the words of a step mean by its last day: of a state that was entered with it, else of one that waits for
 * somebody outside, as in a reminder, else the earliest. The job may run when the case has moved on.
 */
function meantDay({ definition, change: { state, entry } }: Context): string | null {
  const dayWhere = (means: (key: string) => boolean) =>
    state.deadlines.find(({ state: key, lastDay }) => lastDay !== null && means(key))?.lastDay;
  const entered = entry.to.filter((key) => !entry.from.includes(key));
  const waitsOutside = (key: string) => OUTSIDE.includes(definition.nodes.get(key)?.config.meta?.waitsFor);
  return dayWhere((key) => entered.includes(key)) ?? dayWhere(waitsOutside) ?? dayWhere(() => true) ?? null;
}

const OUTSIDE: readonly (WaitsFor | undefined)[] = ['applicant', 'party', 'authority'];
