/** How wide letters are in the face that names are drawn in, in thousandths of its size. Other letters are as wide as `n`. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [200, ' '],
  [250, "ijl|',.:;’·"],
  [263, 'I'],
  [300, '!f()[]{}-'],
  [347, 'tr/\\'],
  [426, '*s?z"”“'],
  [467, 'xcvy'],
  [497, 'YJ–LFkeéè#$+0123456789<=>^~§×_'],
  [515, 'agåäàáXV'],
  [588, 'PRCKB≥≤'],
  [615, '&DG'],
  [665, 'UÜNHOQÖ'],
  [727, 'wM'],
  [850, 'W%m@'],
  [948, '…—']
];
const OTHERS = 550;
const widths = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
const SIZE = 13;

/** How wide a text is drawn, in pixels: never less than a browser draws it. Pure. */
export const widthOf = (text: string): number =>
  ([...text].reduce((sum, letter) => sum + (widths.get(letter) ?? OTHERS), 0) * SIZE) / 1000;

/** The lines of a text in a box so wide, broken where bpmn-js breaks them: after a blank or a hyphen, else inside a word. Pure. */
export function linesOf(text: string, widest: number): string[] {
  const lines: string[] = [];
  for (let rest = text.trim(); rest !== '';) {
    let line = rest;
    for (let width = widthOf(line); width > widest && line.length > 1; width = widthOf(line.trimEnd())) {
      const most = Math.max((line.length * widest) / width, 1);
      line = wholeWords(line, most) || line.slice(0, Math.max(Math.round(most - 1), 1));
    }
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trim();
  }
  return lines;
}

function wholeWords(line: string, most: number): string {
  let kept = '';
  for (const part of line.split(/(?<=[\s-])|(?=[\s-])/)) {
    if (kept.length + part.length < most) kept += part;
    else return part === '-' ? kept.replace(/[^\s-]*$/, '') : kept;
  }
  return kept;
}
