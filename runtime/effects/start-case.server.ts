import { openCase } from '../case/open-case.server.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal } from '../errors/refusal.ts';
import { isObject, put } from '../form/pointer.ts';
import { loadCase } from '../persistence/load-case.server.ts';
import type { JsonObject } from '../definition/json.ts';
import type { CaseTask } from './tasks.ts';

/** Opens the case that follows from another one: once for each job, since the job's key is the command's. */
export const startCase: CaseTask = async ({ key, caseId, params }, clock) => {
  const origin = await loadCase(caseId);
  if (!origin) throw new PlatformError('case.missing', { caseId });
  const outcome = await openCase(
    {
      key: `start-case:${key}`,
      caseType: { slug: String(params['caseType']) },
      answers: answersFrom(params['data']),
      channel: 'internal',
      actor: { kind: 'system' },
      language: origin.case_.language
    },
    clock.now()
  );
  if (isRefusal(outcome)) throw new PlatformError('case.not_started', { refused: outcome.refused, caseId });
};

/** `data` says where in the new application each value stands. */
const answersFrom = (data: unknown): JsonObject => {
  const values: JsonObject = JSON.parse(JSON.stringify(data ?? {}));
  return isObject(values)
    ? Object.entries(values).reduce((answers, [pointer, value]) => put(answers, pointer, value), {})
    : {};
};
