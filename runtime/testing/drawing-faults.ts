import type { CaseType } from '../definition/case-type.ts';
import { drawingOf } from '../flow/bpmn/figures.ts';
import { labelsOf } from '../flow/bpmn/labels.ts';
import { namesOf } from '../flow/bpmn/names.ts';
import { boxesOf, type Box } from '../flow/bpmn/places.ts';
import { segmentsOf } from '../flow/bpmn/segments.ts';
import { wayOf } from '../flow/bpmn/ways.ts';
import { namingOf } from '../flow/bpmn/wording.ts';

const GROUPS: ReadonlySet<string> = new Set(['phase', 'regions', 'at-any-time']);
/** Further from its line than this, a name could be that of another. */
const NEAR = 8;

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const away = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w), Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h));

const solid = (line: Box): Box => ({ ...line, w: Math.max(line.w, 1), h: Math.max(line.h, 1) });

const rimOf = ({ x, y, w, h }: Box): Box[] => [
  { x, y, w, h: 1 },
  { x, y: y + h, w, h: 1 },
  { x, y, w: 1, h },
  { x: x + w, y, w: 1, h }
];

/** What one could not read of the drawing of a case type: a name over something or far from its line, a line over a figure. */
export function drawingFaults(caseType: CaseType): string[] {
  const { flow, layout } = caseType;
  const drawing = drawingOf(flow);
  const boxes = boxesOf(drawing, layout);
  const borders = new Set(drawing.figures.filter(({ on }) => on !== null).map(({ id }) => id));
  const ways = new Map(drawing.lines.map((line) => [line.id, wayOf(line, { boxes, layout, borders })]));
  const names = namesOf(drawing, namingOf(caseType));
  const labels = [...labelsOf(drawing, { boxes, ways, names })];
  const segments = new Map([...ways].map(([id, way]) => [id, segmentsOf(way).map(solid)]));
  const figures = drawing.figures.map(({ id, kind }) => {
    const box = boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };
    return { id, box, parts: GROUPS.has(kind) ? rimOf(box) : [box] };
  });

  return [
    ...labels.flatMap(([id, label], index) => {
      const name = `${id} “${names.get(id)}”`;
      const own = segments.get(id);
      return [
        ...labels
          .slice(index + 1)
          .flatMap(([other, box]) => (overlap(label, box) ? [`${name} on that of ${other}`] : [])),
        ...[...segments].flatMap(([line, parts]) =>
          parts.some((part) => overlap(label, part)) ? [`${name} on the line ${line}`] : []
        ),
        ...figures.flatMap((figure) =>
          figure.id !== id && figure.parts.some((part) => overlap(label, part)) ? [`${name} on ${figure.id}`] : []
        ),
        ...(own && Math.min(...own.map((part) => away(part, label))) > NEAR ? [`${name} is far from it`] : [])
      ];
    }),
    ...[...segments].flatMap(([line, parts]) =>
      figures.flatMap(({ id, box, parts: [whole] }) =>
        whole === box && parts.some((part) => overlap(inside(box), part)) ? [`${line} goes through ${id}`] : []
      )
    )
  ];
}

/** Lines end at the border of a figure, and at the slope of a diamond. */
const inside = ({ x, y, w, h }: Box): Box => ({ x: x + w / 3, y: y + h / 3, w: w / 3, h: h / 3 });
