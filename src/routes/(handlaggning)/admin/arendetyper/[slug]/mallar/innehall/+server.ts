import { designTemplate, keepDesignTemplate } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';

/** Keeps the text of a template, and gives the SHA-256 that the design names it by. */
export const POST = async (event) => {
  const { actor } = requireDesigner(event);
  const { language } = event.locals;
  const body = await readJson(event.request);
  if (isRefusal(body)) return problem(body, language);
  if (typeof body.source !== 'string') return problem({ refused: 'form.answers_invalid' }, language);
  return answer(await keepDesignTemplate(event.params.slug, body.source, actor), language);
};

/** The text of a template. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  const sha256 = event.url.searchParams.get('sha256') ?? '';
  return answer(await designTemplate(event.params.slug, sha256, actor), event.locals.language);
};
