import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V6');

/** V6: the questions of the guide lead only onward, so that they end, and each is asked by somebody's answer. */
export function checkGuide({ settings }: CaseType): Problem[] {
  const questions = settings.guide?.questions ?? [];
  const ids = questions.map(({ id }) => id);
  const asked = new Set(questions.flatMap(({ answers }) => answers.flatMap(({ to }) => to ?? [])));
  return questions.flatMap(({ id, answers }, index) => {
    const pointer = `/settings/guide/questions/${index}`;
    const keys = answers.map(({ key }) => key);
    const lost = answers.flatMap(({ key, to }, place) =>
      to !== undefined && ids.lastIndexOf(to) <= index
        ? [error('guide-leads-nowhere', `${pointer}/answers/${place}/to`, { answer: key, question: to })]
        : []
    );
    const twice = keys.flatMap((key, place) =>
      keys.indexOf(key) < place ? [error('guide-key-twice', `${pointer}/answers/${place}/key`, { key })] : []
    );
    return [
      ...(ids.indexOf(id) < index ? [error('guide-key-twice', `${pointer}/id`, { key: id })] : []),
      ...(index > 0 && !asked.has(id) ? [error('guide-never-asked', `${pointer}/id`, { question: id })] : []),
      ...lost,
      ...twice
    ];
  });
}
