/** What is used of bpmn-js, whose own types are loose. */
export interface Shown {
  readonly id: string;
  readonly type: string;
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
}

export interface Viewbox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CanvasService {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  zoom(to: number | 'fit-viewport', center?: 'auto'): number;
  zoom(): number;
  viewbox(): Viewbox & { readonly scale: number; readonly inner: Viewbox };
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

/** The colours of the page, so that dark is dark; they are custom properties since the drawing lives in the page. */
export const COLOURS = {
  defaultFillColor: 'var(--surface)',
  defaultStrokeColor: 'var(--ink)',
  defaultLabelColor: 'var(--ink)'
};
