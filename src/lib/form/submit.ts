import { applyAction, deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { ActionResult } from '@sveltejs/kit';
import type { Attachment } from 'svelte/attachments';
import { SENDING, UPLOAD, UPLOADING } from './posted.ts';

/**
 * Sends a form without leaving the page, and tells how far files have come, which `use:enhance` cannot. What the server
 * answers is applied as it would be; the page itself draws what was kept. What is pressed while the form is on its way
 * waits for the answer. Use as `<form {@attach sendInPlace}>`.
 */
export const sendInPlace: Attachment<HTMLFormElement> = (form) => {
  /** The button of what is on its way; null where there was none. */
  let sending: HTMLElement | null | undefined;
  /** The button that was pressed last since then. */
  let waiting: HTMLElement | null | undefined;

  async function send(submitter: HTMLElement | null) {
    sending = submitter;
    form.setAttribute('aria-busy', 'true');
    form.dispatchEvent(new CustomEvent(SENDING));
    const chosen = chosenIn(form);
    try {
      await apply(deserialize(await post(form, submitter)), chosen.length > 0);
      for (const { input, files } of chosen) if (isStill(input, files)) input.value = '';
    } catch (error) {
      await applyAction({ type: 'error', status: 500, error });
    } finally {
      sending = undefined;
      form.removeAttribute('aria-busy');
      tell(submitter, undefined);
    }
    const next = waiting;
    waiting = undefined;
    if (next !== undefined && form.isConnected && (next === null || form.contains(next))) form.requestSubmit(next);
  }

  function onsubmit(event: SubmitEvent) {
    event.preventDefault();
    const { submitter } = event;
    if (sending === undefined) void send(submitter);
    // A second press of the same button would be the same wish twice, unless it is another file.
    else if (submitter !== sending || isUpload(submitter)) waiting = submitter;
  }

  form.addEventListener('submit', onsubmit);
  return () => form.removeEventListener('submit', onsubmit);
};

/** An answer that leads to the very same page leaves the focus where somebody types. */
async function apply(result: ActionResult, hadFiles: boolean) {
  const stays = result.type === 'redirect' && isHere(new URL(result.location, location.href));
  if (stays || result.type === 'success' || (result.type === 'failure' && hadFiles)) await invalidateAll();
  // As what failed, since what succeeded would move the focus.
  await applyAction(stays ? { type: 'failure', status: 200 } : result);
}

const isHere = ({ pathname, search, hash }: URL): boolean =>
  hash === '' && pathname === location.pathname && search === location.search;

const isUpload = (button: HTMLElement | null): boolean => button instanceof HTMLButtonElement && button.name === UPLOAD;

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

const tell = (submitter: HTMLElement | null, share: number | undefined) =>
  submitter?.dispatchEvent(new CustomEvent(UPLOADING, { detail: share, bubbles: true }));

function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<string> {
  const request = new XMLHttpRequest();
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  request.open('POST', new URL(action, location.href));
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('x-sveltekit-action', 'true');
  request.upload.onprogress = ({ loaded, total }) => tell(submitter, total > 0 ? loaded / total : 0);
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(request.responseText);
    request.onerror = () => reject(new Error('The form could not be sent'));
    request.send(new FormData(form, submitter));
  });
}
