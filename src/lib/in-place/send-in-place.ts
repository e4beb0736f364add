import { ADD_ROW, REMOVE_ROW } from '#runtime/form/parse-posted.ts';
import { LOOK, UNPLACE, UPLOAD } from '#lib/form/posted.ts';
import { post, type Answer } from './post.ts';
import { watchPresses } from './presses.ts';
import { redraw } from './redraw.ts';
import { sentBy, type Sent } from './typed.ts';

type Submitter = HTMLElement | null;

/** How long somebody pauses in their typing before what is counted from it is shown. */
const PAUSE_MS = 500;
/** Marks a form that is sent as without a script. */
const PLAIN = 'plain';
/** The buttons that are answered by the same page. */
const STAYING: readonly string[] = [LOOK, UPLOAD, UNPLACE, ADD_ROW, REMOVE_ROW];

/**
 * Sends a form without leaving the page: what the server answers is drawn into it, and what is typed meanwhile stays. What is
 * pressed while the form is on its way waits for the answer. An answer that changes is sent at once, so that what follows
 * from it shows, and all is kept.
 */
export function sendInPlace(form: HTMLFormElement): void {
  /** The button of what is on its way; null where there was none. */
  let sending: Submitter | undefined;
  /** The button that was pressed last since then. */
  let waiting: Submitter | undefined;
  let look: ReturnType<typeof setTimeout> | undefined;
  watchPresses();

  async function send(submitter: Submitter) {
    sending = submitter;
    form.setAttribute('aria-busy', 'true');
    const [sent, chosen] = [sentBy(form), chosenIn(form)];
    const progress = progressOf(form, submitter);
    const answer = await post(form, submitter, (share) => show(progress, share));
    if (await isTaken(form, { answer, submitter, sent })) {
      for (const { input, files } of chosen) if (isStill(input, files)) input.value = '';
    }
    show(progress, undefined);
    sending = undefined;
    form.removeAttribute('aria-busy');
    const next = waiting;
    waiting = undefined;
    if (next !== undefined && form.isConnected) pressAgain(form, next);
  }

  form.addEventListener('submit', (event) => {
    if (PLAIN in form.dataset) return;
    event.preventDefault();
    clearTimeout(look);
    const { submitter } = event;
    if (sending === undefined) void send(submitter);
    else if (isLook(submitter)) waiting ??= submitter;
    // A second press of the same button would be the same wish twice, unless it is another file.
    else if (submitter !== sending || isNamed(submitter, UPLOAD)) waiting = submitter;
  });
  const lookSoon = ({ target }: Event, millis: number) => {
    const button = form.querySelector<HTMLElement>(`button[name="${LOOK}"]`);
    if (!button || !isAnswer(target)) return;
    clearTimeout(look);
    look = setTimeout(() => pressAgain(form, button), millis);
  };
  // After what else the same press does: Enter changes an input and sends the form.
  form.addEventListener('change', (event) => lookSoon(event, 0));
  form.addEventListener('input', (event) => form.querySelector('output') && lookSoon(event, PAUSE_MS));
}

/** Presses a button, or the one that was drawn in its place. */
function pressAgain(form: HTMLFormElement, button: Submitter): void {
  const isOf = (one: Element): one is HTMLButtonElement => one instanceof HTMLButtonElement && one.form === form;
  if (button === null || (isOf(button) && button.isConnected)) form.requestSubmit(button);
  else {
    // Also one that stands elsewhere on the page and belongs to the form.
    const isSame = (one: Element) =>
      isNamed(button, one.getAttribute('name') ?? '') && one.getAttribute('value') === button.value;
    const drawn = [...form.elements].filter(isOf).find(isSame);
    if (drawn) form.requestSubmit(drawn);
  }
}

/** Goes where the form leads, or draws what answers it. False when nothing came of it. */
async function isTaken(form: HTMLFormElement, { answer, submitter, sent }: Sending): Promise<boolean> {
  const { status, to, html } = answer;
  const stays = submitter instanceof HTMLButtonElement && STAYING.includes(submitter.name);
  const moved = isNamed(submitter, REMOVE_ROW) ? submitter.value.replace(/\/\d+$/, '') : undefined;
  if (to !== null) {
    const address = new URL(to, location.href);
    const isHere = address.pathname === location.pathname && (stays || address.search === location.search);
    if (!isHere) return goTo(address);
    history.replaceState(history.state, '', address);
    const page = await fetch(address).catch(() => null);
    if (!page?.ok) return goTo(address);
    const place = address.hash.slice(1);
    return redraw(form, await page.text(), { sent, moved, stays: true, place, isOnlyIfLost: !changesRows(submitter) });
  }
  const looks = isLook(submitter);
  if (status > 0 && status < 500) return redraw(form, html, { sent, moved, stays: looks, ...(looks && { place: '' }) });
  if (!looks) sendPlainly(form, submitter);
  return false;
}

interface Sending {
  readonly answer: Answer;
  readonly submitter: Submitter;
  readonly sent: Sent;
}

/** Nobody answers, which the browser says itself. What only looked is tried again at the next change. */
function sendPlainly(form: HTMLFormElement, submitter: Submitter): void {
  form.dataset[PLAIN] = '';
  form.requestSubmit(submitter);
  delete form.dataset[PLAIN];
}

/** Never settles: the page goes. */
function goTo(address: URL): Promise<boolean> {
  location.assign(address);
  return new Promise(() => undefined);
}

const isNamed = (button: Submitter | undefined, name: string): button is HTMLButtonElement =>
  button instanceof HTMLButtonElement && button.name === name;

const changesRows = (button: Submitter) => isNamed(button, ADD_ROW) || isNamed(button, REMOVE_ROW);

const isLook = (button: Submitter | undefined) => isNamed(button, LOOK);

const isAnswer = (target: EventTarget | null) =>
  target instanceof Element &&
  target.getAttribute('name')?.startsWith('/') === true &&
  target.getAttribute('type') !== 'file';

interface Chosen {
  readonly input: HTMLInputElement;
  readonly files: readonly File[];
}

/** The files that go with the form. They are chosen no more when they have come. */
const chosenIn = (form: HTMLFormElement): Chosen[] =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
    .map((input) => ({ input, files: [...(input.files ?? [])] }))
    .filter(({ files }) => files.length > 0);

const isStill = (input: HTMLInputElement, files: readonly File[]): boolean =>
  input.files?.length === files.length && files.every((file, index) => file === input.files?.[index]);

const progressOf = (form: HTMLFormElement, submitter: Submitter): HTMLElement | null =>
  isNamed(submitter, UPLOAD) ? form.querySelector(`[data-progress="${CSS.escape(submitter.value)}"]`) : null;

function show(line: HTMLElement | null, share: number | undefined): void {
  line?.toggleAttribute('hidden', share === undefined);
  line?.querySelector('progress')?.setAttribute('value', String(share ?? 0));
}
