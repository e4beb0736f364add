import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Texts } from '#runtime/definition/types.ts';

/** The texts of a case type in one language; what is missing is filled in from Swedish, which is complete. */
export const textsIn = ({ texts }: CaseType, language: string): Texts => ({ ...texts.sv, ...texts[language] });
