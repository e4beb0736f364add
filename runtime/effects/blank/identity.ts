import type { CaseType } from '../../definition/case-type.ts';
import type { UiElement } from '../../definition/types.ts';
import type { Language } from '../language.ts';
import { BLANK_WORDS } from './words.ts';

/** What `prefill` calls the things that a login tells of somebody, in the order of `BlankWords.person`. */
const PERSON = ['name', 'personal-number', 'address', 'phone', 'email'];

/**
 * What somebody who fills in a form by hand is asked of themselves before it: what a login would have told, but for what the form
 * asks of everybody anyway. Nothing where nobody logs in. Pure.
 */
export function identityOnPaper({ settings, forms }: CaseType, language: Language): string[] {
  if (settings.eService.authentication !== 'eid') return [];
  const asked = askedOfAll(forms.application.ui.elements);
  return BLANK_WORDS[language].person.filter((_, index) => !asked.includes(PERSON[index] ?? ''));
}

function askedOfAll(elements: readonly UiElement[]): string[] {
  return elements.flatMap((element) => {
    if ('visibleWhen' in element && element.visibleWhen) return [];
    if (element.type === 'Control')
      return 'prefill' in element.options && element.options.prefill ? [element.options.prefill] : [];
    return 'elements' in element ? askedOfAll(element.elements) : [];
  });
}
