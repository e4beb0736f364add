import { ACTIONS } from '../../flow/catalogue.ts';
import type { Job } from '../../persistence/write-step.server.ts';
import type { Context } from './context.server.ts';

const WITH_WRITE = Object.entries(ACTIONS).flatMap(([type, { runs }]) => (runs === 'as-job' ? [] : [type]));

/** What is left to do outside the transaction, one job per effect. A waiting automation's input stays in its row. */
export function jobs({ before, change, seq }: Context): Job[] {
  return change.effects
    .filter(({ type }) => !WITH_WRITE.includes(type))
    .map(({ type, params }, index) => ({
      task: type,
      key: `${before.case_.id}:${seq}:${index}`,
      payload: {
        caseId: before.case_.id,
        seq,
        ...(type === 'invoke' ? { id: params['id'] ?? null, visit: params['seq'] ?? null } : { index, params })
      }
    }));
}
