import { validateAnswers } from '#runtime';
import { answersView, type AnswerSection } from '#runtime/form/answers-view.ts';
import { firstFaultyPage } from '#runtime/form/pages.ts';
import { snapshot } from '#runtime/form/snapshot.ts';
import { findText } from '#runtime/form/texts.ts';
import type { OpenDraft } from './open-draft.ts';

/** The answers of a draft that would be sent: hidden ones dropped, calculated ones computed; and the first page with something to mend. */
export function asSent({ draft, compiled, environment }: OpenDraft) {
  const { answers, faults, projection } = validateAnswers(compiled, 'application', draft.answers, environment);
  return { answers, projection, faultyPage: firstFaultyPage(projection, faults) };
}

/** A draft as it would be sent, to be read through. */
export function review(
  open: OpenDraft,
  language: string
): { readonly sections: readonly AnswerSection[]; readonly faultyPage: string | undefined } {
  const { caseType, compiled, hash } = open;
  const { projection, faultyPage } = asSent(open);
  const text = findText(caseType.texts, language);
  const shown = snapshot({ compiled, formKey: 'application', language, text, caseType: hash }, projection);
  return { sections: answersView(shown), faultyPage };
}
