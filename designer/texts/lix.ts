/** Reading ease, LIX (Björnsson 1968): the words in a sentence, and of a hundred words those of more than six letters. */
export interface ReadingEase {
  readonly lix: number;
  readonly words: number;
  readonly sentences: number;
}

const WORD = /[\p{L}\p{N}]+(?:[-'’.:][\p{L}\p{N}]+)*/gu;
/** A full stop within a sentence, as in “kl. 12” and “t.ex. när”, is followed by no capital. */
const END = /[.!?:…]["”’)]*(?=\s+["”’(]*\p{Lu}|\s*$)|\n\s*\n/gmu;
const LONG = 6;

/** How hard a text is to read: under 30 is easy, 40 to 50 is as in newspapers, over 50 as of authorities. Nothing of a text without words. Pure. */
export function readingEase(text: string): ReadingEase | undefined {
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return undefined;
  const sentences = text.split(END).filter((part) => part.search(WORD) >= 0).length;
  const long = words.filter((word) => [...word.replaceAll(/[^\p{L}\p{N}]/gu, '')].length > LONG).length;
  return { lix: Math.round(words.length / sentences + (100 * long) / words.length), words: words.length, sentences };
}

const HARD = 45;
/** Of a label or two LIX says nothing: one long word is a quarter of it. */
const ENOUGH = 12;

/** Whether a text is long enough to be judged, and harder than what everybody reads without effort. */
export function isHard(text: string): boolean {
  if (text.length < 2 * ENOUGH) return false;
  const ease = readingEase(text);
  return ease !== undefined && ease.words >= ENOUGH && ease.lix > HARD;
}
