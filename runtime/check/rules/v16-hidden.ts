import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import type { UiElement } from '../../definition/types.ts';
import { problemsOf } from '../problems-of.ts';

const { warning } = problemsOf('V16');

/** V16: an answer that is required, but only where it is shown. */
export const checkHidden = (caseType: CaseType): Problem[] =>
  controlsOf(caseType)
    .filter(({ required, element, within }) => required && (conditional(element) || within.some(conditional)))
    .map(({ element, pointer }) => warning('required-but-can-be-hidden', pointer, { element: element.id }));

const conditional = (element: UiElement): boolean =>
  element.type !== 'Categorization' && element.visibleWhen !== undefined;
