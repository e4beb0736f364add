import { IN_PLACE, LEADS_TO } from './headers.ts';

export interface Answer {
  /** 0 when none came. */
  readonly status: number;
  /** Where the form leads. */
  readonly to: string | null;
  /** The page that answers it, when it leads nowhere. */
  readonly html: string;
}

/** Sends a form as its button would, and tells how far its files have come, which `fetch` cannot. */
export function post(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  progress: (share: number) => void
): Promise<Answer> {
  const request = new XMLHttpRequest();
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  request.open('POST', new URL(action, location.href));
  request.setRequestHeader('accept', 'text/html');
  request.setRequestHeader(IN_PLACE, '1');
  request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
  return new Promise((resolve) => {
    request.onloadend = () =>
      resolve({ status: request.status, to: request.getResponseHeader(LEADS_TO), html: request.responseText });
    request.send(new FormData(form, submitter));
  });
}
