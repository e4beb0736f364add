import { at, put } from '#runtime/form/pointer.ts';
import type { Answers } from '#runtime/form/model.ts';
import { CLICK_WIDTHS, MAP_HEIGHT, MAP_WIDTH, pointAt, type MapSettings } from './map.ts';

/** What the pressed button asks for. Buttons of the renderer are named so; those of a page have other names. */
export type Intent =
  | { readonly kind: 'add' | 'remove' | 'upload'; readonly pointer: string }
  /** The place on the map was clicked or taken away: the answers say where. */
  | { readonly kind: 'place'; readonly pointer: string };

/** The names of the renderer's buttons; their values are pointers into the answers. */
export const BUTTONS = { add: '_add', remove: '_remove', upload: '_upload', unplace: '_unplace' } as const;

export interface Posted {
  /** Names (JSON Pointers) and texts of the answered fields, for `parsePosted`. */
  readonly entries: readonly (readonly [string, string])[];
  readonly intent: Intent | undefined;
}

const CLICK = /^(\/.*)@(\d+)\.([xy])$/;

/**
 * Reads what a form posted: the fields, and which of the renderer's buttons was pressed. A click on a map that came
 * without a script, in pixels, becomes a place. Files are not text and are left out.
 */
export function readPosted(data: Iterable<readonly [string, string | File]>, map: MapSettings): Posted {
  const entries: [string, string][] = [];
  const pressed = new Map<string, string>();
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    if (name.startsWith('/') && !CLICK.test(name)) entries.push([name, value]);
    else pressed.set(name, value);
  }
  const clicked = clickOn(pressed, map);
  if (!clicked) return { entries, intent: intentOf(pressed) };
  const { pointer, lat, lon } = clicked;
  const others = entries.filter(([name]) => name !== `${pointer}/lat` && name !== `${pointer}/lon`);
  const place: [string, string][] = lat === undefined ? [] : [[`${pointer}/lat`, String(lat)], [`${pointer}/lon`, String(lon)]];
  return { entries: [...others, ...place], intent: { kind: 'place', pointer } };
}

function intentOf(pressed: ReadonlyMap<string, string>): Intent | undefined {
  for (const kind of ['add', 'remove', 'upload'] as const) {
    const pointer = pressed.get(BUTTONS[kind]);
    if (pointer?.startsWith('/')) return { kind, pointer };
  }
  return undefined;
}

interface Clicked {
  readonly pointer: string;
  readonly lat?: number;
  readonly lon?: number;
}

function clickOn(pressed: ReadonlyMap<string, string>, map: MapSettings): Clicked | undefined {
  const unplaced = pressed.get(BUTTONS.unplace);
  if (unplaced?.startsWith('/')) return { pointer: unplaced };
  for (const [name, value] of pressed) {
    const [, pointer, width, axis] = CLICK.exec(name) ?? [];
    if (pointer === undefined || axis !== 'x' || !CLICK_WIDTHS.some((known) => known === Number(width))) continue;
    const [x, y] = [Number(value), Number(pressed.get(`${pointer}@${width}.y`))];
    // The keyboard presses the picture at 0, 0: no place was meant.
    if (!Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y === 0)) continue;
    return { pointer, ...pointAt(map, x / Number(width), (y * MAP_WIDTH) / MAP_HEIGHT / Number(width)) };
  }
  return undefined;
}

/** The answers with a row added or taken away; a file is taken away the same. Pure. */
export function withIntent(answers: Answers, intent: Intent): Answers {
  const { kind, pointer } = intent;
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  if (kind === 'remove' && Array.isArray(at(answers, parent)) && at(answers, pointer) !== undefined) {
    return put(answers, pointer, undefined);
  }
  if (kind !== 'add') return answers;
  const rows = at(answers, pointer);
  return put(answers, pointer, [...(Array.isArray(rows) ? rows : []), {}]);
}
