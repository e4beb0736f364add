const STOPS = 'a[href], button, input, select, textarea';

/**
 * Remembers where on the page the focus is. Gives what puts it back, once the page is drawn anew without what had it, as when another
 * answer takes a question away that somebody had come to: at the nearest stop before it.
 */
export function keepFocus(main: HTMLElement): () => void {
  const stops = [...main.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  return () => {
    if (document.activeElement === document.body) stops.slice(0, Math.max(0, at)).findLast(isStop)?.focus();
  };
}

const isStop = (element: HTMLElement): boolean =>
  element.isConnected &&
  element.tabIndex >= 0 &&
  element.checkVisibility({ visibilityProperty: true }) &&
  !element.matches('[type=radio]:not(:checked)');
