import type { CaseType } from '../definition/case-type.ts';

/** A text of a case type in a language, or in Swedish, which is complete; undefined for a key that has none. */
export const textIn = ({ texts }: CaseType, language: string, key: string): string | undefined =>
  texts[language]?.[key] ?? texts.sv[key];
