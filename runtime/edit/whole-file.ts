import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JsonObject } from '../definition/json.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { isObject } from '../form/pointer.ts';
import type { CaseTypeDocument } from './model.ts';

/** A whole case type: its document, which names its templates by the SHA-256 of their texts, and those texts by their names. */
export interface WholeCaseType {
  readonly document: CaseTypeDocument;
  readonly templateTexts: Readonly<Record<string, string>>;
}

/** How long the text of a template may be. */
export const LONGEST_TEMPLATE = 256_000;

/** A whole case type as one JSON object: a file, or what the API carries. Pure. */
export const packed = ({ document, templateTexts }: WholeCaseType): JsonObject =>
  Object.keys(templateTexts).length > 0 ? { ...document, templateTexts } : document;

/**
 * A whole case type from such an object. The document names each template whose text is there by that text, whatever it named it by.
 * Refuses `form.answers_invalid` for what are no texts, and `form.too_large` for one above 256,000 characters. Pure.
 */
export function unpacked({ templateTexts = {}, ...document }: JsonObject): WholeCaseType | Refusal {
  if (!isObject(templateTexts)) return refuse('form.answers_invalid');
  const texts = Object.entries(templateTexts).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string'
  );
  if (texts.length < Object.keys(templateTexts).length) return refuse('form.answers_invalid');
  if (texts.some(([, text]) => text.length > LONGEST_TEMPLATE)) return refuse('form.too_large');
  if (texts.length === 0) return { document, templateTexts: {} };
  const named = isObject(document.templates) ? document.templates : {};
  const hashes = Object.fromEntries(texts.map(([name, text]) => [name, bytesToHex(sha256(utf8ToBytes(text)))]));
  return { document: { ...document, templates: { ...named, ...hashes } }, templateTexts: Object.fromEntries(texts) };
}
