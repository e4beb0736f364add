import { isObject } from '#runtime/form/pointer.ts';
import type { Command, CaseTypeDocument } from '../document/model.ts';
import { follow } from '../document/path.ts';
import { editTo } from '../document/transform.ts';
import { changed } from './set-setting.ts';

/** Sets a text in one language; an empty one is taken away, so that Swedish shows instead of it. */
export const setText =
  (language: string, key: string, text: string): Command =>
  (document) =>
    editTo(document, 'set-text', withText(document, language, { key, text }));

/** A document with one text changed. */
export function withText(
  document: CaseTypeDocument,
  language: string,
  { key, text }: { key: string; text: string }
): CaseTypeDocument {
  const place = ['texts', language];
  const base = isObject(follow(document, place)) ? document : changed(document, place, {});
  return changed(base, [...place, key], text === '' ? undefined : text);
}
