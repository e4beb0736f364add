import { applyAction, deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { Attachment } from 'svelte/attachments';
import { UPLOADING } from './posted.ts';

/**
 * Sends a form without leaving the page, and tells how far files have come, which `use:enhance` cannot. What the server
 * answers is applied as it would be; the page itself draws what was kept. Use as `<form {@attach sendInPlace}>`.
 */
export const sendInPlace: Attachment<HTMLFormElement> = (form) => {
  let busy = false;

  async function send(submitter: HTMLElement | null) {
    busy = true;
    form.setAttribute('aria-busy', 'true');
    try {
      const result = deserialize(await post(form, submitter));
      if (result.type === 'success') await invalidateAll();
      await applyAction(result);
    } catch (error) {
      await applyAction({ type: 'error', status: 500, error });
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
      tell(submitter, undefined);
    }
  }

  function onsubmit(event: SubmitEvent) {
    event.preventDefault();
    // A second press while the first is on its way would be the same wish twice.
    if (!busy) void send(event.submitter);
  }

  form.addEventListener('submit', onsubmit);
  return () => form.removeEventListener('submit', onsubmit);
};

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
