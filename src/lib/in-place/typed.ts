type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What stood in a control of a form when it was sent. */
export type Sent = ReadonlyMap<Control, string>;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);

/** Controls that are answers; files are the server's once they are sent. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(isControl).filter(({ name, type }) => name !== '' && type !== 'file' && type !== 'image');

const stateOf = (control: Control): string => (isTicked(control) ? String(control.checked) : control.value);

export const sentBy = (form: HTMLFormElement): Sent =>
  new Map(controlsOf(form).map((control) => [control, stateOf(control)]));

export interface Kept {
  readonly sent: Sent;
  /** The name that begins those of a list where a row went, so that its rows have other names now. */
  readonly moved: string | undefined;
  /** Whether what the page carries beside answers, such as the step of the case that it shows, stands as it is. */
  readonly stays: boolean;
}

/** Writes into a page that comes what was typed here since it was asked for. */
export function keepTyped(form: HTMLFormElement, coming: HTMLFormElement, { sent, moved, stays }: Kept): void {
  const theirs = controlsOf(coming);
  for (const control of controlsOf(form)) {
    const { name } = control;
    const isTyped = stateOf(control) !== sent.get(control) && !(moved !== undefined && name.startsWith(`${moved}/`));
    const isCarried = stays && control.type === 'hidden' && !name.startsWith('/');
    if (!isTyped && !isCarried) continue;
    const other = theirs.find((one) => one.name === name && (!isTicked(one) || one.value === control.value));
    if (other) write(other, control);
  }
}

function write(other: Control, control: Control): void {
  if (isTicked(other) && isTicked(control)) other.checked = control.checked;
  else {
    other.value = control.value;
    // What an input of a page that is not shown begins with is all that it is known by.
    if (other instanceof HTMLInputElement) other.setAttribute('value', control.value);
  }
}
