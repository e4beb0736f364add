import type { CaseType } from '#runtime/definition/case-type.ts';
import type { CaseTypeSettings } from '#runtime/definition/types.ts';
import type { Language } from '#lib/text/language.ts';
import { textsIn } from '../case-type-text.ts';

/** What the page of a service says of it. */
export interface ServiceFacts {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly guide: string;
  readonly authentication: CaseTypeSettings['eService']['authentication'];
  readonly isSigned: boolean;
  /** Whether questions tell if one needs to apply. */
  readonly hasGuideQuestions: boolean;
  readonly minutes: number | undefined;
  readonly contact: NonNullable<CaseTypeSettings['contact']>;
}

export function serviceFacts(caseType: CaseType, language: Language): ServiceFacts {
  const texts = textsIn(caseType, language);
  const { slug, eService, guide, contact } = caseType.settings;
  return {
    slug,
    title: texts['caseType.title'] ?? slug,
    summary: texts['caseType.summary'] ?? '',
    guide: texts['caseType.guide'] ?? '',
    authentication: eService.authentication,
    isSigned: eService.signature !== 'none',
    hasGuideQuestions: guide?.questions !== undefined,
    minutes: guide?.minutes,
    contact: contact ?? {}
  };
}
