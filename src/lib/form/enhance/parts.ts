/** The element of an event that a behaviour is for, or is inside. */
export const closest = <E extends Element>({ target }: Event, selector: string): E | null =>
  target instanceof Element ? target.closest<E>(selector) : null;

/** The id in a data attribute leads to an element. */
export const named = <E extends HTMLElement>(id: string | undefined, kind: new () => E): E | null => {
  const found = id === undefined ? null : document.getElementById(id);
  return found instanceof kind ? found : null;
};

/** Tells whoever listens that an input has another value, as when somebody had typed it. */
export function tell(input: HTMLElement): void {
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
