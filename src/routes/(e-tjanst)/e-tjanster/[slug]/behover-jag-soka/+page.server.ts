import { publishedCaseType } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { walkGuide } from '#lib/e-service/guide-walk.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { serviceFacts } from '#lib/server/filing/service-facts.ts';
import type { PageServerLoad } from './$types';

/** Answers stand in the address: the guide works without a script, can be gone back in, and asks for nothing personal. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const published = await publishedCaseType(params.slug);
  if (isRefusal(published)) stopWith(published, locals.requestId);
  const { caseType } = published;
  const questions = caseType.settings.guide?.questions;
  if (!questions) stopWith(refuse('case_type.not_found', { slug: params.slug }), locals.requestId);
  const { answered, question, outcome } = walkGuide(questions, (id) => url.searchParams.get(id));
  const texts = textsIn(caseType, locals.language);
  const text = (id: string, what: string) => texts[`guide.${id}.${what}`];
  const last = answered.at(-1);
  const addressWith = (some: readonly { id: string; key: string }[]) =>
    `?${new URLSearchParams(some.map(({ id, key }) => [id, key])).toString()}`;
  return {
    service: serviceFacts(caseType, locals.language),
    answered: answered.map(({ id, key }, place) => ({
      ...{ id, key, question: text(id, 'label') ?? id, answer: text(id, `option.${key}`) ?? key },
      /** Where it is answered anew. */
      change: addressWith(answered.slice(0, place))
    })),
    question: question && {
      id: question.id,
      label: text(question.id, 'label') ?? question.id,
      help: text(question.id, 'help'),
      answers: question.answers.map(({ key }) => ({ key, label: text(question.id, `option.${key}`) ?? key }))
    },
    /** It was asked, and sent without an answer. No key of a question begins by an underscore. */
    isUnanswered: question !== undefined && url.searchParams.get('_') === question.id,
    outcome,
    ending: outcome && last ? text(last.id, `ending.${last.key}`) : undefined
  };
};
