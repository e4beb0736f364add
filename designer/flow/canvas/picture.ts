import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { drawingOf } from '#runtime/flow/bpmn/figures.ts';
import { toDefinitions } from '#runtime/flow/bpmn/write.ts';
import type { CaseTypeDocument, Path } from '../../document/model.ts';
import { drawableOf } from './drawable.ts';
import { putMarks, type Marks } from './marks.ts';
import { putPhases } from './phases.ts';
import { pointersOf, type Pointers } from './pointers.ts';
import { LOOK, type CanvasService, type RegistryService, type Shown } from './services.ts';
import { fitIn, lookAt } from './viewport.ts';

export interface Picture {
  /** Draws a flow; what is seen stays in view. False when it is too broken to draw. */
  readonly show: (document: CaseTypeDocument) => Promise<boolean>;
  readonly mark: (marks: Marks) => void;
  /** Brings a state into view, by its pointer. */
  readonly look: (pointer: string) => void;
  readonly fit: () => void;
  readonly stop: () => void;
}

/** A drawing to look at, in a box of a page. Only in a browser. */
export function pictureIn(container: HTMLElement, onselect?: (pointer: Path) => void): Picture {
  const viewer = new NavigatedViewer({ container, ...LOOK, zoomScroll: { enabled: false } });
  const canvas = viewer.get<CanvasService>('canvas');
  let pointers: Pointers | undefined;
  let marked: Marks = {};
  let asked = 0;
  const fit = (): void => fitIn(viewer);
  const mark = (marks: Marks): void => {
    marked = marks;
    if (pointers) putMarks(viewer, pointers, marks);
  };
  const look = (pointer: string): void => {
    const registry = viewer.get<RegistryService>('elementRegistry');
    const shown = pointers
      ?.ids(pointer)
      .map((id) => registry.get(id))
      .find((one) => one && !one.waypoints);
    if (shown) lookAt(canvas, shown);
  };
  viewer.on<{ element: Shown }>('element.click', ({ element }) => {
    const pointer = pointers?.of(element.id);
    if (pointer !== undefined) onselect?.(pointer);
  });
  return {
    show: async (document) => {
      const drawable = drawableOf(document);
      if (!drawable) return false;
      const mine = (asked += 1);
      const seen = pointers && canvas.viewbox();
      await viewer.importDefinitions(toDefinitions(drawable));
      if (mine !== asked) return true;
      const drawing = drawingOf(drawable.flow);
      pointers = pointersOf(drawing);
      putPhases(canvas, drawing);
      if (seen) canvas.viewbox(seen);
      else fit();
      mark(marked);
      return true;
    },
    mark,
    look,
    fit,
    stop: () => viewer.destroy()
  };
}
