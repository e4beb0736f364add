import { Idiomorph } from 'idiomorph';
import { refresh } from '#lib/form/enhance/enhance.ts';
import { keepTyped, type Kept } from './typed.ts';

interface Redraw extends Kept {
  /** The id of what to go to. */
  readonly place?: string;
}

/** Draws a page that has come into the one that is shown, and goes to what is new in it. */
export function redraw(form: HTMLFormElement, html: string, { place, ...kept }: Redraw): boolean {
  const coming = new DOMParser().parseFromString(html, 'text/html');
  const [here, there] = [document, coming].map((page) => page.querySelector('main'));
  const action = form.getAttribute('id');
  const other = there?.querySelector<HTMLFormElement>(action ? `form#${CSS.escape(action)}` : 'form[data-in-place]');
  if (!here || !there) return false;
  if (other) keepTyped(form, other, kept);
  other?.setAttribute('aria-busy', 'true');
  Idiomorph.morph(here, there, {
    ignoreActiveValue: true,
    callbacks: { beforeAttributeUpdated: (attribute) => attribute !== 'data-zoom' }
  });
  document.title = coming.title;
  refresh(form);
  goTo(here, place);
  return true;
}

/** To what was asked for; else, when it is new, to what is wrong. */
function goTo(main: HTMLElement, place: string | undefined): void {
  if (place) document.getElementById(place)?.focus();
  if (place !== undefined) return;
  const wrong = main.querySelector<HTMLElement>('[autofocus]');
  if (wrong) wrong.focus();
  else main.querySelector('[role=status]')?.scrollIntoView({ block: 'nearest' });
}
