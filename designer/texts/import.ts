import type { NewText } from '../commands/set-text.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { textIn, type TextRow } from './rows.ts';

/** What a file of texts says, as far as it could be read. */
export interface TextImport {
  /** What differs from what stands. */
  readonly texts: readonly NewText[];
  readonly faults: readonly ImportFault[];
}

export type ImportFaultName =
  | 'not-xml'
  | 'not-xliff'
  | 'xliff-version'
  | 'languages'
  | 'inline-code'
  | 'quotes'
  | 'no-key-column'
  | 'no-language-column'
  | 'cells'
  | 'unknown-key'
  | 'key-twice'
  | 'too-long'
  | 'placeholders';

/** Why a file, a row or a text was not taken. */
export interface ImportFault {
  readonly fault: ImportFaultName;
  /** In the file, from 1. */
  readonly line?: number;
  readonly key?: string;
  readonly language?: string;
  /** What is wrong: the column, the placeholders. */
  readonly what?: string;
}

const LONGEST = 20_000;
const PLACEHOLDER = /\{[^{}\s]*\}/g;

export interface GivenText extends NewText {
  readonly line?: number;
}

/**
 * Holds given texts to what the case type has: known keys, each once, and the same placeholders (`{number}`) as the Swedish text.
 * An empty text, and one that stands already, changes nothing. Pure.
 */
export function judged(document: CaseTypeDocument, rows: readonly TextRow[], given: readonly GivenText[]): TextImport {
  const known = new Set(rows.map(({ key }) => key));
  const swedish = new Map(given.flatMap(({ language, key, text }) => (language === 'sv' ? [[key, text]] : [])));
  const seen = new Set<string>();
  const texts: NewText[] = [];
  const faults: ImportFault[] = [];
  // Swedish first, so that a translation in the same file is not older than it.
  for (const { line, ...one } of given.toSorted((a, b) => Number(b.language === 'sv') - Number(a.language === 'sv'))) {
    const { language, key, text } = one;
    const at = { key, language, ...(line === undefined ? {} : { line }) };
    const name = `${language} ${key}`;
    if (text === '') continue;
    const lost = placeholdersLost(swedish.get(key) || textIn(document, 'sv', key), text);
    if (!known.has(key)) faults.push({ fault: 'unknown-key', ...at });
    else if (seen.has(name)) faults.push({ fault: 'key-twice', ...at });
    else if (text.length > LONGEST) faults.push({ fault: 'too-long', ...at, what: String(LONGEST) });
    else if (lost) faults.push({ fault: 'placeholders', ...at, what: lost });
    else if (text !== textIn(document, language, key) || isStale(document, one)) texts.push(one);
    seen.add(name);
  }
  return { texts, faults };
}

/** The same translation of what is no longer older than it. */
const isStale = (document: CaseTypeDocument, { language, key, from }: NewText): boolean =>
  from !== undefined &&
  from === textIn(document, 'sv', key) &&
  objectOf(objectOf(objectOf(document.layout).translatedFrom)[language])[key] !== undefined;

/** Those that one of the texts has and the other lacks. */
function placeholdersLost(swedish: string, text: string): string {
  const wanted: string[] = swedish.match(PLACEHOLDER) ?? [];
  const found: string[] = text.match(PLACEHOLDER) ?? [];
  const lost = [...wanted.filter((name) => !found.includes(name)), ...found.filter((name) => !wanted.includes(name))];
  return swedish === '' ? '' : [...new Set(lost)].join(' ');
}
