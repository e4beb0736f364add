import { templateCases, tryDesignTemplate } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { clock, documents, municipalityFacts } from '#lib/server/services.ts';

const KINDS = ['beslut', 'letter', 'supplement-request', 'receipt'] as const;

/** Makes a document by a template for a case, made up or real: a PDF, or what is wrong with the template. */
export const POST = async (event) => {
  const { actor } = requireDesigner(event);
  const { language } = event.locals;
  const body = await readJson(event.request);
  if (isRefusal(body)) return problem(body, language);
  const { source, document, form, seed, caseId } = body;
  const kind = KINDS.find((one) => one === body.kind);
  if (!kind || typeof source !== 'string' || typeof document !== 'string' || typeof form !== 'string')
    return problem({ refused: 'form.answers_invalid' }, language);
  const chosen = typeof caseId === 'string' ? caseId : null;
  const trial = { source, kind, document, form, language, seed: typeof seed === 'number' ? seed : 1, caseId: chosen };
  const ports = { documents, municipality: municipalityFacts };
  const tried = await tryDesignTemplate(event.params.slug, trial, { actor, ports, now: clock.now() });
  if (isRefusal(tried) || 'fault' in tried) return answer(tried, language);
  return new Response(Uint8Array.from(tried.pdf), {
    headers: { 'content-type': 'application/pdf', 'cache-control': 'no-store' }
  });
};

/** The cases that a template can be tried for. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  const { language } = event.locals;
  const cases = await templateCases(event.params.slug, { actor, language });
  return answer(isRefusal(cases) ? cases : { cases }, language);
};
