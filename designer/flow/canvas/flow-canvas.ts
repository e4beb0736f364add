import { drawingOf, type Drawing } from '#runtime/flow/bpmn/figures.ts';
import type { ModdleElement } from '#runtime/flow/bpmn/moddle.ts';
import { toDefinitions, type Drawable } from '#runtime/flow/bpmn/write.ts';
import type { Translate } from '#lib/text/translate.ts';
import type { CaseTypeDocument, Command, Path } from '../../document/model.ts';
import { draw, pictureOf } from './draw.ts';
import { drawableOf } from './drawable.ts';
import { putMarks, type Marks } from './marks.ts';
import { flowModeler } from './modeler.ts';
import { pointersOf, type Pointers } from './pointers.ts';
import { putPiece } from './put.ts';
import type { Piece } from './piece-names.ts';
import { putPhases } from './phases.ts';
import { readCanvas } from './read-canvas.ts';
import type { CanvasService, EventBus, RegistryService, SelectionService } from './services.ts';
import { fitIn } from './viewport.ts';

export interface CanvasPorts {
  readonly t: Translate;
  /** Does a command on the document; the canvas is shown the document again, whatever came of it. */
  readonly run: (command: Command) => void;
  readonly document: () => CaseTypeDocument;
  readonly onselect: (pointer: Path | null) => void;
}

/** What the canvas shows. */
interface Shows {
  readonly document: CaseTypeDocument;
  readonly drawable: Drawable;
  readonly drawing: Drawing;
  readonly pointers: Pointers;
}

/** The canvas that flows are drawn on: bpmn-js over a document. Only in a browser. */
export class FlowCanvas {
  readonly #container: HTMLElement;
  readonly #ports: CanvasPorts;
  readonly #modeler;
  readonly #kinds;
  #shows: Shows | undefined;
  #wanted: Path | null = null;
  #marks: Marks = {};
  /** While a drawing is put on the canvas, what bpmn-js says of it is nothing that anybody did. */
  #isShowing = false;
  #isTouched = false;
  /** Somebody has drawn on it, and it may be another than what the document says. */
  #isStale = false;
  #fits = true;
  /** How the drawing was moved on the screen, while it is printed. */
  #seen: string | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, ports: CanvasPorts) {
    this.#container = container;
    this.#ports = ports;
    const { modeler, kinds } = flowModeler(container, ports.t);
    this.#modeler = modeler;
    this.#kinds = kinds;
    const bus = modeler.get<EventBus>('eventBus');
    bus.on('commandStack.changed', () => {
      if (this.#isShowing) return;
      this.#isTouched = true;
      this.#settleSoon();
    });
    bus.on(['directEditing.complete', 'directEditing.cancel', 'drag.cleanup'], () => this.#settleSoon());
    bus.on('selection.changed', ({ newSelection = [] }) => {
      const [one] = newSelection;
      if (this.#isShowing || this.#isTouched) return;
      this.#wanted = (newSelection.length === 1 && one && this.#shows?.pointers.of(one.id)) || null;
      this.#ports.onselect(this.#wanted);
    });
  }

  /** Shows a document; what is seen and what is chosen stay. False when its flow is too broken to draw. */
  async show(document: CaseTypeDocument): Promise<boolean> {
    if (this.#isBusy() || this.#isTouched) return true;
    if (this.#shows && !this.#isStale && isDrawnAlike(this.#shows.document, document)) {
      this.#shows = { ...this.#shows, document };
      return true;
    }
    this.#isStale = false;
    const drawable = drawableOf(document);
    if (!drawable) return false;
    const definitions = toDefinitions(drawable);
    const drawing = drawingOf(drawable.flow);
    const shows = { document, drawable, drawing, pointers: pointersOf(drawing) };
    const isSame = this.#shows !== undefined && pictureOf(definitions) === pictureOf(this.definitions());
    this.#shows = shows;
    this.#kinds.tell(drawing);
    if (isSame) return true;
    await this.#put(definitions);
    return true;
  }

  /** Chooses what a pointer means, and brings it into view. */
  select(pointer: Path | null): void {
    if (pointer === this.#wanted) return;
    this.#wanted = pointer;
    if (!this.#isTouched) this.#choose(true);
  }

  mark(marks: Marks): void {
    this.#marks = marks;
    if (this.#shows) putMarks(this.#modeler, this.#shows.pointers, marks);
  }

  /** Begins to place a piece by mouse, or puts it after what is chosen. False when there is nothing to put it on. */
  add(piece: Piece, event?: MouseEvent | DragEvent): boolean {
    return putPiece(piece, this.#modeler, event);
  }

  /** Shows all of the next drawing that is put here. */
  fitNext(): void {
    this.#fits = true;
  }

  /** Shows or hides the map of the whole drawing. */
  toggleMap(): void {
    this.#modeler.get<{ toggle(): void }>('minimap').toggle();
  }

  fit(): void {
    fitIn(this.#modeler);
  }

  /** The whole drawing as large as the paper, while it is printed; then again what was seen. */
  print(isPrinting: boolean): void {
    const svg = this.#container.querySelector('.djs-container > svg');
    const viewport = svg?.querySelector('.viewport');
    if (!svg || !viewport) return;
    const { inner } = this.#canvas().viewbox();
    if (isPrinting) {
      this.#seen = viewport.getAttribute('transform') ?? '';
      svg.setAttribute('viewBox', [inner.x, inner.y, inner.width, inner.height].join(' '));
      viewport.removeAttribute('transform');
    } else if (this.#seen !== undefined) {
      svg.removeAttribute('viewBox');
      viewport.setAttribute('transform', this.#seen);
      this.#seen = undefined;
    }
  }

  zoom(factor: number): void {
    const canvas = this.#canvas();
    canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)), 'auto');
  }

  definitions(): ModdleElement {
    return this.#modeler.getDefinitions();
  }

  /** The drawing as BPMN 2.0. */
  async bpmn(): Promise<string> {
    const { xml } = await this.#modeler.saveXML({ format: true });
    return xml ?? '';
  }

  async svg(): Promise<string> {
    const { svg } = await this.#modeler.saveSVG();
    return svg;
  }

  stop(): void {
    clearTimeout(this.#settling);
    this.#modeler.destroy();
  }

  #canvas = (): CanvasService => this.#modeler.get<CanvasService>('canvas');

  #isBusy(): boolean {
    const isEditing = this.#modeler.get<{ isActive(): boolean }>('directEditing').isActive();
    return isEditing || Boolean(this.#modeler.get<{ context(): unknown }>('dragging').context());
  }

  async #put(definitions: ModdleElement): Promise<void> {
    this.#isShowing = true;
    try {
      const seen = this.#fits ? undefined : this.#canvas().viewbox();
      this.#fits = false;
      const ids = this.#modeler.get<{ ids: { clear(): void; claim(id: string, element: ModdleElement): void } }>(
        'moddle'
      ).ids;
      ids.clear();
      await this.#modeler.importDefinitions(definitions);
      for (const { id, businessObject } of this.#modeler.get<RegistryService>('elementRegistry').filter(() => true))
        if (!id.endsWith('_label')) ids.claim(id, businessObject);
      if (this.#shows) putPhases(this.#canvas(), this.#shows.drawing);
      if (seen) this.#canvas().viewbox(seen);
      else this.fit();
      this.mark(this.#marks);
      this.#choose(false);
    } finally {
      this.#isShowing = false;
    }
  }

  #choose(intoView: boolean): void {
    const registry = this.#modeler.get<RegistryService>('elementRegistry');
    const ids = this.#wanted === null ? [] : (this.#shows?.pointers.ids(this.#wanted) ?? []);
    const found = ids.map((id) => registry.get(id)).find((one) => one !== undefined);
    const wasShowing = this.#isShowing;
    this.#isShowing = true;
    this.#modeler.get<SelectionService>('selection').select(found ?? null);
    this.#isShowing = wasShowing;
    if (found && intoView && !found.waypoints) this.#canvas().scrollToElement(found.id, 60);
  }

  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#settle(), 0);
  }

  /** When nothing is under way any more, what was drawn becomes an edit, and the drawing what the document says. */
  async #settle(): Promise<void> {
    const shows = this.#shows;
    if (!shows || this.#isBusy()) return;
    if (!this.#isTouched) return void (await this.show(this.#ports.document()));
    const { document, ids } = readCanvas(shows.document, this.definitions());
    const chosen = this.#modeler.get<SelectionService>('selection').get();
    this.#isTouched = false;
    this.#isStale = true;
    // Read as the drawing was when nobody had touched it.
    const before = readCanvas(shows.document, toDefinitions(shows.drawable)).document;
    this.#ports.run(draw(shows.document, before, document));
    this.#follow(shows, chosen.length === 1 ? chosen[0]?.id : undefined, ids);
    await this.show(this.#ports.document());
    this.#ports.onselect(this.#wanted);
  }

  /** Keeps choosing what was chosen, by the name that it has got; a way that was just drawn is chosen. */
  #follow(before: Shows, chosen: string | undefined, ids: ReadonlyMap<string, string>): void {
    const drawable = drawableOf(this.#ports.document());
    if (!drawable) return;
    const drawing = drawingOf(drawable.flow);
    const pointers = pointersOf(drawing);
    const known = new Set(before.drawing.lines.map(({ id }) => id));
    const added = drawing.lines.filter(({ id, branch }) => branch && !known.has(id));
    const isSameFigures = drawing.figures.every(
      ({ id, state }) => !state || before.drawing.figures.some((one) => one.id === id)
    );
    const line = isSameFigures && added.length === 1 ? added[0]?.id : undefined;
    const mine = [...ids].find(([, drawnId]) => drawnId === chosen)?.[0] ?? chosen;
    const id = line ?? mine;
    this.#wanted = id === undefined ? this.#wanted : (pointers.of(id) ?? null);
  }
}

/** Parts are never changed in place, so that the same part is the same drawing. */
const isDrawnAlike = (one: CaseTypeDocument, other: CaseTypeDocument): boolean =>
  one === other ||
  (['flow', 'layout', 'texts', 'settings', 'forms'] as const).every((part) => one[part] === other[part]);
