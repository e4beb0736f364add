import type { Phase } from '#runtime/definition/types.ts';
import type { Drawing } from '#runtime/flow/bpmn/figures.ts';
import type { CanvasService } from './services.ts';

/** The phases that steps are in, in the order that they come. Pure. */
export const phasesIn = ({ figures }: Drawing): Phase[] => [
  ...new Set(figures.flatMap(({ state }) => state?.config.meta?.phase ?? []))
];

const UNCOLOURED: ReadonlySet<string> = new Set(['end', 'phase', 'regions']);

/** Colours every step by its phase. */
export function putPhases(canvas: CanvasService, { figures }: Drawing): void {
  for (const { id, state, kind } of figures) {
    const phase = state?.config.meta?.phase;
    if (phase && !UNCOLOURED.has(kind)) canvas.addMarker(id, `phase-${phase}`);
  }
}
