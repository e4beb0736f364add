import type { Drawing } from './figures.ts';
import { linesOf, widthOf } from './letters.ts';

/** What a flow is drawn with: texts of the case type by their keys, and words by the places of what has no text. */
export interface Naming {
  readonly texts?: Readonly<Record<string, string>>;
  readonly words?: Readonly<Record<string, string>>;
}

/** What figures and lines are called, by their ids; those that nobody has named are not there. Pure. */
export function namesOf({ figures, lines }: Drawing, { texts = {}, words = {} }: Naming): Map<string, string> {
  const called = (text: string, place: string): string => (text && texts[text]) || words[place] || '';
  return new Map(
    [
      ...figures.map(({ id, text, place }) => [id, called(text, place)] as const),
      ...lines.map(
        ({ id, text, place, branch, isDefault }) => [id, called(text, branch?.guard || isDefault ? place : '')] as const
      )
    ].filter(([, name]) => name !== '')
  );
}

/** How wide a line of a name may be, in pixels: of a way, and of a small figure. */
export const WIDEST = 150;
export const WIDEST_BESIDE = 110;

const LEADING = 15;
const AIR = 6;
const NARROWEST = 40;
const STEP = 6;

export interface Named {
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
}

/** The room that a name takes, as narrow as it can be without more lines. Pure. */
export function roomOf(name: string, widest: number): Named {
  const rows = linesOf(name, widest).length;
  const longest = Math.max(NARROWEST, ...name.split(/(?<=[\s-])/).map(widthOf));
  let w = Math.min(widest, Math.ceil(longest));
  while (w < widest && linesOf(name, w).length > rows) w += STEP;
  w = Math.min(w, widest);
  const lines = linesOf(name, w);
  return { w: Math.ceil(Math.max(w, ...lines.map(widthOf)) + AIR), h: Math.max(1, rows) * LEADING, lines };
}
