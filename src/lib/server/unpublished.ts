import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#lib/text/language.ts';
import en from '#lib/text/problems.en.json' with { type: 'json' };
import sv from '#lib/text/problems.sv.json' with { type: 'json' };
import { placeOf, type Problem } from '#runtime/definition/problem.ts';

interface Faulty {
  readonly folder: string;
  readonly problems: readonly Problem[];
}

const sentences: Readonly<Record<Language, Readonly<Record<string, string>>>> = { sv, en };
let kept: readonly Faulty[] = [];

/** Keeps which case types were not published at the start of this process, and why. */
export const keepUnpublished = (faulty: readonly Faulty[]): void => {
  kept = faulty;
};

/** The case types that were not published at the start, each with its problems in words and where they are. */
export const unpublished = (language: Language) =>
  kept.map(({ folder, problems }) => ({
    folder,
    problems: problems.map((problem) => inWords(problem, language))
  }));

/** A problem in words, and the file that it stands in. */
export const inWords = (problem: Problem, language: Language) => ({
  text: sentence(problem, language),
  place: where(problem)
});

/** A problem in words; by its code where it has none. */
function sentence({ code, fault, params }: Problem, language: Language): string {
  const message = sentences[language][`${code}.${fault}`];
  if (message === undefined) return `${code} ${fault}`;
  return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format({ ...params }));
}

function where({ pointer }: Problem): string {
  const { file, pointer: inside } = placeOf(pointer);
  return inside === '' ? file : `${file} ${inside}`;
}
