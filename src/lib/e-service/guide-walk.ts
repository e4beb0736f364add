import type { CaseTypeSettings } from '#runtime/definition/types.ts';

export type GuideQuestion = NonNullable<NonNullable<CaseTypeSettings['guide']>['questions']>[number];

/** Where somebody is in a guide: at a question, or at an end of it. */
export interface GuideWalk {
  readonly answered: readonly { readonly id: string; readonly key: string }[];
  readonly question: GuideQuestion | undefined;
  /** How the guide came out, when no question is left. */
  readonly outcome: 'apply' | 'not-needed' | 'elsewhere' | undefined;
}

/**
 * Follows the answers of an address from the first question on. What answers no question on the way is passed over, so
 * that any address leads somewhere. Ends, since each question leads to a later one (V6). Pure.
 */
export function walkGuide(questions: readonly GuideQuestion[], answers: (id: string) => string | null): GuideWalk {
  const answered: { id: string; key: string }[] = [];
  let question = questions[0];
  while (question) {
    const { id } = question;
    const answer = question.answers.find(({ key }) => key === answers(id));
    if (!answer) return { answered, question, outcome: undefined };
    answered.push({ id, key: answer.key });
    const { to, ends } = answer;
    if (ends || to === undefined) return { answered, question: undefined, outcome: ends ?? 'apply' };
    const rest: readonly GuideQuestion[] = questions.slice(questions.indexOf(question) + 1);
    question = rest.find((later) => later.id === to);
  }
  return { answered, question: undefined, outcome: 'apply' };
}
