import { openCalendar } from './calendar.ts';
import { countLetters } from './letters.ts';
import { filterList } from './list-search.ts';
import { moveMark, placeMark, zoom } from './map.ts';
import { sendFile } from './send-file.ts';

/** What a script does beside the plain HTML of a form, by kind of event; each looks whether the event is for it. */
const BEHAVIOURS = {
  click: [openCalendar, placeMark, zoom],
  change: [sendFile],
  input: [countLetters, filterList],
  keydown: [moveMark]
} as const;

/** Told of an input that was drawn anew. Not `input`, which is somebody's typing: the form would be sent for it, and drawn anew. */
const DRAWN = 'drawn';

/**
 * Lets the small behaviours of a form run: calendar, letter count, search in lists, map, files. They listen at the form and keep
 * nothing, so whoever draws its inputs anew need not tell them. Gives what ends it.
 */
export function enhance(form: HTMLElement): () => void {
  // Style sheets show what needs a script, and hide what stands in for it, by this.
  document.documentElement.dataset['enhanced'] = '';
  const stop = new AbortController();
  const { signal } = stop;
  form.addEventListener('click', (event) => BEHAVIOURS.click.forEach((behave) => behave(event)), { signal });
  form.addEventListener('change', (event) => BEHAVIOURS.change.forEach((behave) => behave(event)), { signal });
  for (const typed of ['input', DRAWN])
    form.addEventListener(typed, (event) => BEHAVIOURS.input.forEach((behave) => behave(event)), { signal });
  form.addEventListener('keydown', (event) => BEHAVIOURS.keydown.forEach((behave) => behave(event)), { signal });
  refresh(form);
  return () => stop.abort();
}

/** Says again what follows from what is typed, after inputs were drawn anew. */
export function refresh(form: HTMLElement): void {
  for (const input of form.querySelectorAll('textarea, input[type=search]'))
    input.dispatchEvent(new Event(DRAWN, { bubbles: true }));
}
