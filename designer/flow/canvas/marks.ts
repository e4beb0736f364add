import type { Pointers } from './pointers.ts';
import type { CanvasService, OverlayService, RegistryService, Shown } from './services.ts';

/** What is told about a state or a way: how many passed, and how it stands. */
export interface Mark {
  readonly count?: number;
  readonly tone?: 'now' | 'passed' | 'fault' | 'never';
}
/** By JSON Pointer into `flow.json`, or as `layout.json` names them. */
export type Marks = Readonly<Record<string, Mark>>;

const TONES = ['now', 'passed', 'fault', 'never'] as const;
const classOf = (tone: string): string => `mark-${tone}`;

interface Services {
  get<T>(name: string): T;
}

/** Puts marks on what is drawn, instead of those that were there. */
export function putMarks(services: Services, pointers: Pointers, marks: Marks): void {
  const canvas = services.get<CanvasService>('canvas');
  const overlays = services.get<OverlayService>('overlays');
  const registry = services.get<RegistryService>('elementRegistry');
  for (const { id } of registry.filter(() => true)) for (const tone of TONES) canvas.removeMarker(id, classOf(tone));
  overlays.clear();
  for (const [pointer, { count, tone }] of Object.entries(marks)) {
    const ids = pointers.ids(pointer).filter((id) => registry.get(id));
    if (tone) for (const id of ids) canvas.addMarker(id, classOf(tone));
    const shown = ids.map((id) => registry.get(id)).find((one) => one !== undefined);
    if (count !== undefined && shown)
      overlays.add(shown.id, { position: positionOn(shown), html: countBox(count, tone) });
  }
}

/** On the upper corner of a box, on the middle of a line. */
function positionOn({ waypoints }: Shown): { top: number; left?: number; right?: number } {
  if (!waypoints) return { top: -12, right: 14 };
  const left = Math.min(...waypoints.map(({ x }) => x));
  const top = Math.min(...waypoints.map(({ y }) => y));
  const at = Math.floor((waypoints.length - 1) / 2);
  const [from, to] = [waypoints[at], waypoints[at + 1]];
  if (!from || !to) return { top: 0, left: 0 };
  return { top: (from.y + to.y) / 2 - top - 11, left: (from.x + to.x) / 2 - left - 11 };
}

function countBox(count: number, tone: Mark['tone']): HTMLElement {
  const box = document.createElement('span');
  box.className = `mark-count ${tone ? classOf(tone) : ''}`;
  box.textContent = String(count);
  return box;
}
