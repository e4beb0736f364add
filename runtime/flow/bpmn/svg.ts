import { drawingOf, type Figure } from './figures.ts';
import { labelsOf } from './labels.ts';
import { namesOf, roomOf, WIDEST, WIDEST_BESIDE } from './names.ts';
import { boxesOf, type Box } from './places.ts';
import { wayOf } from './ways.ts';
import type { Drawable } from './write.ts';

const INK = '#1b2320';
const FILLS: Partial<Record<Figure['kind'], string>> = {
  phase: '#f6f4ee',
  regions: '#f6f4ee',
  'at-any-time': '#f6f4ee'
};
const MARGIN = 30;
/** Signs that fit on a line of a step, and lines in a step. */
const LINE = 21;
const LINES = 4;
const LEADING = 15;
/** Signs of what a line or a small figure is called. */
const LABEL = 60;
/** From the top of a name's room to what its first line stands on. */
const FIRST = 12;

/**
 * A flow as one picture, for paper and for pages without a script: steps as boxes, choices as diamonds, events as rings, groups around
 * what they hold. Shapes only by attributes, so that no style is needed to show it. Pure.
 */
export const svgOf = (drawable: Drawable): string => pictureOf(drawable).svg;

/** The same with its size in pixels. Pure. */
export function pictureOf({ flow, layout, texts = {}, words = {} }: Drawable): Picture {
  const drawing = drawingOf(flow);
  const boxes = boxesOf(drawing, layout);
  const borders = new Set(drawing.figures.filter(({ on }) => on !== null).map(({ id }) => id));
  const ways = drawing.lines.map((line) => ({ line, points: wayOf(line, { boxes, layout, borders }) }));
  const keys = drawing.figures.flatMap(({ id, state }) => (state ? [[id, state.key] as const] : []));
  const names = new Map(
    [...keys, ...namesOf(drawing, { texts, words })].map(([id, name]) => [id, clipped(name, LABEL)])
  );
  const labels = labelsOf(drawing, { boxes, ways: new Map(ways.map(({ line, points }) => [line.id, points])), names });
  const reach = [...boxes.values(), ...labels.values()].flatMap(({ x, y, w, h }) => [
    [x, y],
    [x + w, y + h]
  ]);
  const points = [...reach, ...ways.flatMap((way) => way.points)];
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis] ?? 0));
  const [left, top] = [Math.min(0, ...(xs ?? [])), Math.min(0, ...(ys ?? []))].map((least) => least - MARGIN);
  const width = Math.max(100, ...(xs ?? [])) + MARGIN - (left ?? 0);
  const height = Math.max(60, ...(ys ?? [])) + MARGIN + 20 - (top ?? 0);
  const groups = drawing.figures.filter(({ kind }) => FILLS[kind] !== undefined);
  const others = drawing.figures.filter(({ kind }) => FILLS[kind] === undefined);
  const shape = (figure: Figure) => figureSvg(figure, boxes.get(figure.id), nameOf(figure, texts));
  const labelled = ({ id }: { readonly id: string }, widest: number) =>
    labelSvg(labels.get(id), roomOf(names.get(id) ?? '', widest).lines);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="'Source Sans 3', 'Source Sans 3 Variable', sans-serif" font-size="13" fill="${INK}">`,
    `<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="${INK}"/></marker></defs>`,
    ...groups.map(shape),
    ...ways.map(({ points: bends }) => lineSvg(bends)),
    ...others.map(shape),
    ...others.map((figure) => labelled(figure, WIDEST_BESIDE)),
    ...drawing.lines.map((line) => labelled(line, WIDEST)),
    '</svg>'
  ].join('\n');
  return { svg, width, height };
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const escape = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

const nameOf = ({ text, state }: Figure, texts: Readonly<Record<string, string>>): string =>
  texts[text] ?? state?.key ?? '';

function figureSvg({ kind }: Figure, box: Box | undefined, name: string): string {
  if (!box) return '';
  const { x, y, w, h } = box;
  const [middle, centre] = [x + w / 2, y + h / 2];
  const line = `fill="#ffffff" stroke="${INK}" stroke-width="1.4"`;
  const fill = FILLS[kind];
  if (fill !== undefined) {
    const label = text(x + 12, y + 22, [name], 'start');
    return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8" fill="${fill}" stroke="${INK}"${kind === 'at-any-time' ? ' stroke-dasharray="5 4"' : ''}/>${label}`;
  }
  if (kind === 'decision' || kind === 'crossing') {
    const diamond = `${middle},${y} ${x + w},${centre} ${middle},${y + h} ${x},${centre}`;
    return `<polygon points="${diamond}" ${line}/>`;
  }
  if (h <= 40) {
    const radius = Math.min(w, h) / 2;
    const ring = kind === 'end' || kind === 'leads-to' ? `fill="#ffffff" stroke="${INK}" stroke-width="3.5"` : line;
    const inner =
      kind === 'start' || kind === 'end' || kind === 'leads-to'
        ? ''
        : `<circle cx="${middle}" cy="${centre}" r="${radius - 4}" fill="none" stroke="${INK}"/>`;
    return `<circle cx="${middle}" cy="${centre}" r="${radius}" ${ring}/>${inner}`;
  }
  const lines = wrapped(name);
  const first = centre - ((lines.length - 1) * LEADING) / 2 + 4;
  const dash = kind === 'wait' ? ' stroke-dasharray="6 3"' : '';
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8" ${line}${dash}/>${text(middle, first, lines)}`;
}

function lineSvg(points: readonly (readonly number[])[]): string {
  if (points.length < 2) return '';
  const way = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return `<path d="${way}" fill="none" stroke="${INK}" stroke-width="1.2" marker-end="url(#arrow)"/>`;
}

/** In the middle of its room. */
const labelSvg = (box: Box | undefined, lines: readonly string[]): string =>
  box ? text(box.x + box.w / 2, box.y + FIRST, lines) : '';

const text = (x: number, y: number, lines: readonly string[], anchor = 'middle'): string =>
  lines
    .map((one, index) => `<text x="${x}" y="${y + index * LEADING}" text-anchor="${anchor}">${escape(one)}</text>`)
    .join('');

const clipped = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

/** As many words as fit on each line, and no more lines than a step has room for. */
function wrapped(name: string, most = LINE): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(clipped(word, most));
  }
  return lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1] ?? ''}…`] : lines;
}
