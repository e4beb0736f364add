import { PROBLEM_JSON } from './media-types.ts';
import { isRefusal, type AnswerFault, type Refusal } from '#runtime/errors/refusal.ts';
import { t } from '#lib/text/index.ts';
import type { Language } from '#lib/text/language.ts';
import { statusOf } from '../fault-page.ts';

/** A refusal as a problem document (RFC 9457). `code` is the stable name; `title` is for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly params?: Refusal['params'];
  readonly faults?: readonly AnswerFault[];
}

/** A limit also says in `Retry-After` how many seconds it lasts (RFC 6585, 4). */
export function problem({ refused, params, faults }: Refusal, language: Language): Response {
  const status = statusOf(refused);
  const body: Problem = {
    type: `urn:smedja:error:${refused}`,
    title: t(language)(`error.${refused}`),
    status,
    code: refused,
    ...(params && { params }),
    ...(faults && { faults })
  };
  const headers = new Headers({ 'content-type': PROBLEM_JSON });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (status === 429) headers.set('retry-after', String(params?.seconds));
  return Response.json(body, { status, headers });
}

/** The answer to a request: what came of it as JSON, or the problem. */
export const answer = (outcome: object | Refusal, language: Language, status = 200): Response =>
  isRefusal(outcome) ? problem(outcome, language) : Response.json(outcome, { status });
