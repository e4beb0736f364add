import { Idiomorph } from 'idiomorph';
import { refresh } from '#lib/form/enhance/enhance.ts';
import { keepFocus } from './keep-focus.ts';
import { pressIsOver } from './presses.ts';
import { keepTyped, type Kept } from './typed.ts';

/** What the script alone knows of a map: how near it is shown, and whether it can be shown nearer or farther. */
const ZOOM: readonly (string | null)[] = ['data-zoom', 'aria-disabled'];

interface Redraw extends Kept {
  /** The id of what to go to. */
  readonly place?: string;
  /** Whether somebody who is elsewhere on the page by now stays there. */
  readonly isOnlyIfLost?: boolean;
}

/** Draws a page that has come into the one that is shown, when nothing there is pressed, and goes to what is new in it. */
export async function redraw(
  form: HTMLFormElement,
  html: string,
  { place, isOnlyIfLost = false, ...kept }: Redraw
): Promise<boolean> {
  await pressIsOver();
  const coming = new DOMParser().parseFromString(html, 'text/html');
  const [here, there] = [document, coming].map((page) => page.querySelector('main'));
  const action = form.getAttribute('id');
  const other = there?.querySelector<HTMLFormElement>(action ? `form#${CSS.escape(action)}` : 'form[data-in-place]');
  if (!here || !there) return false;
  if (other) keepTyped(form, other, kept);
  other?.setAttribute('aria-busy', 'true');
  for (const page of [here, there]) takeOutComments(page);
  const putFocusBack = keepFocus(here);
  Idiomorph.morph(here, there, {
    ignoreActiveValue: true,
    callbacks: { beforeAttributeUpdated: (attribute) => !ZOOM.includes(attribute) }
  });
  document.title = coming.title;
  refresh(form);
  if (!isOnlyIfLost || document.activeElement === document.body) goTo(here, place);
  putFocusBack();
  return true;
}

/**
 * Svelte marks the blocks of what a server draws by comments. No script of ours reads them, and one more of them in the page that comes
 * would be taken for the one after the form, which would then be thrown away and drawn as another that nothing listens to.
 */
function takeOutComments(page: Element): void {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  page.normalize();
}

/** To what was asked for; else, when it is new, to what is wrong. */
function goTo(main: HTMLElement, place: string | undefined): void {
  if (place) document.getElementById(place)?.focus();
  if (place !== undefined) return;
  const wrong = main.querySelector<HTMLElement>('[autofocus]');
  if (wrong) wrong.focus();
  else main.querySelector('[role=status]')?.scrollIntoView({ block: 'nearest' });
}
