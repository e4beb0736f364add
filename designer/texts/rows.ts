import { neededTexts } from '#runtime/check/needed-texts.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { isDrawable } from '../form/drawable.ts';
import { isHard } from './lix.ts';

/** Why a text wants looking at: nobody has written it, its Swedish text has changed since, or it is hard to read. */
export type TextMark = 'missing' | 'stale' | 'hard';

export interface TextCell {
  readonly language: string;
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** Of a stale translation: the Swedish text that it was made from. */
  readonly madeFrom?: string;
}

/** One text in all languages. */
export interface TextRow {
  readonly key: string;
  readonly cells: readonly TextCell[];
}

/** The languages of a document's texts: Swedish first, and English also before anybody has begun. Pure. */
export const languagesOf = (document: CaseTypeDocument): string[] => [
  ...new Set(['sv', 'en', ...Object.keys(objectOf(document.texts))])
];

export const textIn = (document: CaseTypeDocument, language: string, key: string): string => {
  const text = objectOf(objectOf(document.texts)[language])[key];
  return typeof text === 'string' ? text : '';
};

/**
 * Every text of a draft, in the order of the Swedish ones; then those that somebody reads and nobody has written, and what case fields
 * may be called. Pure.
 */
export function textRows(document: CaseTypeDocument): TextRow[] {
  const languages = languagesOf(document);
  const needed = new Set(neededKeys(document));
  const written = languages.flatMap((language) => Object.keys(objectOf(objectOf(document.texts)[language])));
  return [...new Set([...written, ...needed, ...fieldKeys(document)])].map((key) => ({
    key,
    cells: languages.map((language) => cellOf(document, { key, language, isNeeded: needed.has(key) }))
  }));
}

/** What conditions call the case fields; a field without a label goes by its key. */
const fieldKeys = (document: CaseTypeDocument): string[] =>
  Object.entries(objectOf(objectOf(objectOf(document.settings).fields).properties)).flatMap(([field, schema]) => {
    const { enum: options } = objectOf(schema);
    return ['label', ...(Array.isArray(options) ? options.map((option) => `option.${option}`) : [])].map(
      (part) => `field.${field}.${part}`
    );
  });

/** A draft that is too broken to be asked needs nothing until it is mended. */
function neededKeys(document: unknown): string[] {
  try {
    return isDrawable(document) ? neededTexts(document).map(({ key }) => key) : [];
  } catch {
    return [];
  }
}

interface Place {
  readonly key: string;
  readonly language: string;
  readonly isNeeded: boolean;
}

function cellOf(document: CaseTypeDocument, { key, language, isNeeded }: Place): TextCell {
  const text = textIn(document, language, key);
  const wanted = language === 'sv' ? isNeeded : isNeeded || textIn(document, 'sv', key) !== '';
  const madeFrom = objectOf(objectOf(objectOf(document.layout).translatedFrom)[language])[key];
  const stale = typeof madeFrom === 'string';
  const marks: TextMark[] = [
    ...(text === '' && wanted ? (['missing'] as const) : []),
    ...(stale ? (['stale'] as const) : []),
    ...(isHard(text) ? (['hard'] as const) : [])
  ];
  return { language, text, marks, ...(stale ? { madeFrom } : {}) };
}
