import type { ModdleElement } from '#runtime/flow/bpmn/moddle.ts';

/** What is used of bpmn-js, whose own types are loose. */
export interface Services {
  get<T>(name: string): T;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shape, a line or a label on the canvas. */
export interface Shown {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleElement;
  readonly parent?: Shown | null;
  readonly host?: Shown | null;
  readonly labelTarget?: Shown | null;
  readonly source?: Shown;
  readonly target?: Shown;
  readonly incoming?: readonly Shown[];
  readonly outgoing?: readonly Shown[];
  readonly waypoints?: readonly Point[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Viewbox extends Point {
  readonly width: number;
  readonly height: number;
}

export interface CanvasService {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  getRootElement(): Shown;
  zoom(to: number, center?: 'auto'): number;
  zoom(): number;
  viewbox(): Viewbox & { readonly inner: Viewbox; readonly outer: Omit<Viewbox, 'x' | 'y'> };
  viewbox(box: Viewbox): unknown;
  scrollToElement(id: string, padding?: number): void;
}

export interface OverlayService {
  add(id: string, overlay: { position: Partial<Record<'top' | 'left' | 'right', number>>; html: HTMLElement }): string;
  clear(): void;
}

export interface RegistryService {
  get(id: string): Shown | undefined;
  filter(which: (shown: Shown) => boolean): Shown[];
}

export interface SelectionService {
  get(): readonly Shown[];
  select(shown: Shown | null): void;
}

export interface EventBus {
  on(events: string | readonly string[], heard: (event: BusEvent) => unknown): void;
  on<E = BusEvent>(events: string | readonly string[], priority: number, heard: (event: E) => unknown): void;
}

export interface BusEvent {
  readonly element?: Shown;
  readonly newSelection?: readonly Shown[];
  readonly context?: { shapes?: Shown[]; elements?: Shown[]; newParent?: Shown };
}

export interface FactoryService {
  create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
}

export interface ElementFactoryService {
  createShape(properties: Readonly<Record<string, unknown>>): Shown;
}

export interface ModelingService {
  createShape(shape: Shown, at: Point, parent: Shown, hints?: { attach: boolean }): Shown;
  resizeShape(shape: Shown, to: Viewbox): void;
  removeElements(elements: readonly Shown[]): void;
}

export interface CreateService {
  start(event: Event, shape: Shown, context?: { source: Shown }): void;
}

export interface AutoPlaceService {
  append(source: Shown, shape: Shown): Shown;
}

/** The colours of the page, so that dark is dark; they are custom properties since the drawing lives in the page. */
export const LOOK = {
  bpmnRenderer: {
    defaultFillColor: 'var(--surface)',
    defaultStrokeColor: 'var(--ink)',
    defaultLabelColor: 'var(--ink)'
  },
  textRenderer: {
    defaultStyle: { fontFamily: "'Source Sans 3 Variable', sans-serif", fontSize: 14, lineHeight: 1.15 },
    externalStyle: { fontSize: 13, lineHeight: 1.15 }
  }
};
