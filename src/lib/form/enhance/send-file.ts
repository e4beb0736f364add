import { UPLOAD } from '../posted.ts';
import { closest } from './parts.ts';

/** A chosen file is sent at once, with all else on the page: the same post as the button makes without a script. */
export function sendFile(event: Event): void {
  const input = closest<HTMLInputElement>(event, 'input[type=file]');
  const button = input?.form?.querySelector<HTMLButtonElement>(
    `button[name="${UPLOAD}"][value="${CSS.escape(input.name)}"]`
  );
  if (button) input?.form?.requestSubmit(button);
}
