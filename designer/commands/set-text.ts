import { objectOf } from '../document/elements.ts';
import type { Command, CaseTypeDocument } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';
import { editTo } from '../document/transform.ts';
import { changed } from './set-setting.ts';

/** A text in one language; an empty one is taken away, so that Swedish shows instead of it. */
export interface NewText {
  readonly language: string;
  readonly key: string;
  readonly text: string;
  /** The Swedish text that a translation was made from, when it is not the one that stands. */
  readonly from?: string;
}

/** Sets a text in one language. */
export const setText = (language: string, key: string, text: string): Command => setTexts([{ language, key, text }]);

/**
 * Sets texts. A translation whose Swedish text becomes another is older than it from then on, and its old Swedish text is kept
 * (`layout.translatedFrom`, no part of behaviour) until it is translated anew, the same again or not.
 */
export const setTexts =
  (texts: readonly NewText[]): Command =>
  (document) =>
    editTo(document, 'set-text', texts.reduce(withText, document));

/** A document with one text changed. */
export function withText(document: CaseTypeDocument, { language, key, text, from }: NewText): CaseTypeDocument {
  const swedish = textAt(document, ['texts', 'sv', key]);
  const next = put(document, ['texts', language, key], text);
  if (language !== 'sv')
    return put(next, ['layout', 'translatedFrom', language, key], text === '' || from === swedish ? '' : (from ?? ''));
  return Object.keys(objectOf(document.texts)).reduce((here, other) => {
    const place = ['layout', 'translatedFrom', other, key];
    if (other === 'sv' || textAt(here, ['texts', other, key]) === '') return here;
    const madeFrom = textAt(here, place) || swedish;
    return put(here, place, madeFrom === text ? '' : madeFrom);
  }, next);
}

const textAt = (document: CaseTypeDocument, place: Place): string => {
  const found = follow(document, place);
  return typeof found === 'string' ? found : '';
};

/** Makes what holds the text where it lacks. Where a note of an old text goes, what held nothing else goes too. */
function put(document: CaseTypeDocument, place: Place, text: string): CaseTypeDocument {
  if (text === '') return emptied(changed(document, place, undefined), place.slice(0, -1));
  const holders = place.slice(0, -1).map((_, depth) => place.slice(0, depth + 1));
  const ready = holders.reduce(
    (here, holder) => (follow(here, holder) === undefined ? changed(here, holder, {}) : here),
    document
  );
  return changed(ready, place, text);
}

function emptied(document: CaseTypeDocument, holder: Place): CaseTypeDocument {
  const isEmpty =
    holder.length > 1 && holder[0] === 'layout' && Object.keys(objectOf(follow(document, holder))).length === 0;
  return isEmpty ? emptied(changed(document, holder, undefined), holder.slice(0, -1)) : document;
}
