import { MAP_HEIGHT, MAP_WIDTH, pixelsOf, pointAt, type Bounds, type Point } from '../map.ts';
import { closest, tell } from './parts.ts';

/** Pixels of the drawing that an arrow key moves the point; with Shift one, for the last bit. */
const STRIDE = 12;
/** How near the map is shown: whole, twice, four times as large. */
const NEAREST = 2;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};
type Pixels = { readonly x: number; readonly y: number };
const MIDDLE: Pixels = { x: MAP_WIDTH / 2, y: MAP_HEIGHT / 2 };

/** A click places the point, or one more corner of an area. A press by keyboard has no place: it begins where the last one is. */
export function placeMark(event: MouseEvent): void {
  const picture = closest<HTMLElement>(event, '[data-frame] input[type=image]');
  const map = picture && mapOf(picture);
  if (!map) return;
  event.preventDefault();
  const { width, height } = picture.getBoundingClientRect();
  const byKey = event.detail === 0;
  if (byKey && map.last && !map.isArea) return;
  const place = byKey ? map.last : pointAt(map, event.offsetX / width, event.offsetY / height);
  map.write([...(map.isArea ? map.points : []), place ?? pointAt(map, 0.5, 0.5)]);
}

/** The arrow keys move the point, or the last corner. */
export function moveMark(event: KeyboardEvent): void {
  const arrow = ARROWS[event.key];
  const picture = closest<HTMLElement>(event, '[data-frame] input[type=image]');
  const map = picture && mapOf(picture);
  if (!arrow || !map) return;
  event.preventDefault();
  const stride = (event.shiftKey ? 1 : STRIDE) / 2 ** zoomOf(map.frame);
  const { x, y } = map.pixels;
  map.write([
    ...map.points.slice(0, -1),
    pointAt(map, (x + arrow[0] * stride) / MAP_WIDTH, (y + arrow[1] * stride) / MAP_HEIGHT)
  ]);
  bringIntoSight(map.frame, mapOf(map.frame)?.pixels ?? MIDDLE);
}

/** Shows the map nearer or farther, with the point, or else the middle, in sight. */
export function zoom(event: Event): void {
  const button = closest<HTMLElement>(event, '[data-zooms]');
  const frame = button?.parentElement?.previousElementSibling;
  if (!button || !(frame instanceof HTMLElement)) return;
  const step = Math.min(NEAREST, Math.max(0, zoomOf(frame) + Number(button.dataset['zooms'])));
  frame.dataset['zoom'] = String(step);
  // Not `disabled`, which would take the focus from who pressed it.
  for (const other of button.parentElement?.querySelectorAll<HTMLElement>('[data-zooms]') ?? [])
    other.setAttribute('aria-disabled', String(step === (Number(other.dataset['zooms']) < 0 ? 0 : NEAREST)));
  bringIntoSight(frame, mapOf(frame)?.pixels ?? MIDDLE);
}

/** Moves a map that is larger than its frame, so that a place of it lies in the middle. */
function bringIntoSight(frame: HTMLElement, { x, y }: Pixels): void {
  const [left, top] = [(x / MAP_WIDTH) * frame.scrollWidth, (y / MAP_HEIGHT) * frame.scrollHeight];
  frame.scrollTo(left - frame.clientWidth / 2, top - frame.clientHeight / 2);
}

const zoomOf = (frame: HTMLElement) => Number(frame.dataset['zoom']);

/** What a map holds now: its corners, or its one point. */
function mapOf(inside: HTMLElement) {
  const frame = inside.closest<HTMLElement>('[data-frame]');
  const inputs = [...(frame?.parentElement?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])];
  const [first, second] = inputs;
  if (!frame || !first) return null;
  const bounds: Bounds = JSON.parse(frame.dataset['frame'] ?? '{}');
  const isArea = second === undefined;
  const points = isArea ? cornersIn(first.value) : pointIn(first.value, second.value);
  const last = points.at(-1);
  return {
    ...{ frame, bounds, isArea, points, last },
    pixels: (last && pixelsOf({ bounds }, last)) ?? MIDDLE,
    write: (next: readonly Point[]) => {
      const end = next.at(-1);
      if (isArea) first.value = next.map(({ lat, lon }) => `${lat} ${lon}`).join(',');
      else [first.value, second.value] = [String(end?.lat ?? ''), String(end?.lon ?? '')];
      follow(frame, end && pixelsOf({ bounds }, end));
      tell(first);
    }
  };
}

/** The mark goes at once where it is moved; what is said of it comes from whoever draws the form. */
function follow(frame: HTMLElement, pixels: Pixels | undefined): void {
  const marks = [...frame.querySelectorAll('[data-mark]')];
  if (pixels) marks.at(-1)?.setAttribute('transform', `translate(${pixels.x} ${pixels.y})`);
}

const pointIn = (lat: string, lon: string): readonly Point[] =>
  lat === '' || lon === '' ? [] : [{ lat: Number(lat), lon: Number(lon) }];

const cornersIn = (written: string): readonly Point[] =>
  written
    .split(',')
    .filter((corner) => corner.trim() !== '')
    .flatMap((corner) => pointIn(...split(corner.trim())));

function split(corner: string): [string, string] {
  const [lat = '', lon = ''] = corner.split(/\s+/);
  return [lat, lon];
}
