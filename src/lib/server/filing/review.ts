import { validateAnswers } from '#runtime';
import type { AnswerFault } from '#runtime/errors/refusal.ts';
import { answersView, type AnswerSection } from '#runtime/form/answers-view.ts';
import { firstFaultyPage } from '#runtime/form/pages.ts';
import { snapshot } from '#runtime/form/snapshot.ts';
import { findText } from '#runtime/form/texts.ts';
import type { Answers } from '#runtime/form/model.ts';
import type { OpenDraft } from './open-draft.ts';

export interface Review {
  /** The answers that would be sent: hidden ones dropped, calculated ones computed. */
  readonly answers: Answers;
  readonly sections: readonly AnswerSection[];
  readonly faults: readonly AnswerFault[];
  /** The first page with something to mend; undefined when all is right. */
  readonly faultyPage: string | undefined;
}

/** A draft as it would be sent, with what is wrong in it. */
export function review({ draft, caseType, compiled, environment, hash }: OpenDraft, language: string): Review {
  const { answers, faults, projection } = validateAnswers(compiled, 'application', draft.answers, environment);
  const shown = snapshot(
    { compiled, formKey: 'application', language, text: findText(caseType.texts, language), caseType: hash },
    projection
  );
  return { answers, faults, sections: answersView(shown), faultyPage: firstFaultyPage(projection, faults) };
}
