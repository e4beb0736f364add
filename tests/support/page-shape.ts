/**
 * What of a document axe can judge, which is the same in many pages: its elements and what they carry, without the words and
 * numbers in them. Likewise the looks of its texts: their colours and size, and the grounds that they stand on.
 */
export interface PageShape {
  readonly shape: string;
  readonly looks: readonly string[];
}

/** The attribute that marks the texts whose look is new, by the name that `readShape` is given. */
export const MARK = 'data-look';

/**
 * Runs in the page, so it knows nothing of this module: reads the shape, and sets the mark `mark` on the texts whose looks are
 * among `marked` and takes it off all others.
 */
export function readShape({ mark, marked }: { mark: string; marked: readonly string[] }): PageShape {
  const JUDGED = /^(class|role|type|lang|dir|for|id|tabindex|hidden|scope|headers|autocomplete|open|disabled|aria-.*)$/;
  const WORDS = /^aria-(label|description|valuetext|placeholder|roledescription)$/;
  const NUMBERS = /[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g;
  const UNSEEN = new Set(['SCRIPT', 'STYLE', 'LINK', 'TEMPLATE']);
  const ENTERED = new Set(['INPUT', 'SELECT', 'TEXTAREA']);

  const told = ({ name, value }: Attr) => {
    if (name === 'href' && value.startsWith('#')) return `${name}=#`;
    if (!JUDGED.test(name) || WORDS.test(name)) return `${name}=${value.trim() !== ''}`;
    return `${name}=${value.replace(NUMBERS, '#')}`;
  };
  const shapeOf = (element: Element): string => {
    const attributes = [...element.attributes].filter(({ name }) => name !== mark).map(told);
    const states = [':checked', ':disabled', ':focus', ':invalid'].filter((state) => element.matches(state));
    const parts: string[] = [];
    for (const child of element.childNodes) {
      const part =
        child instanceof Element && !UNSEEN.has(child.tagName)
          ? shapeOf(child)
          : child instanceof Text && child.data.trim() !== ''
            ? 'text'
            : '';
      // Of rows that are alike, one tells as much as a hundred.
      if (part !== '' && part !== parts.at(-1)) parts.push(part);
    }
    return `<${element.tagName} ${[...attributes.toSorted(), ...states].join(' ')}>${parts.join('')}</>`;
  };

  const grounds = new Map<Element, string>();
  const groundOf = (element: Element): string => {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, filter, position, zIndex } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter].join(' ');
    const isPlain = own === 'rgba(0, 0, 0, 0) none 1 none' && position === 'static';
    const placed = position === 'static' ? '' : `${position} ${zIndex} ${element.tagName} ${element.className}`;
    const below = element.parentElement ? groundOf(element.parentElement) : '';
    const ground = isPlain ? below : `${own} ${placed} on ${below}`;
    grounds.set(element, ground);
    return ground;
  };
  const hasText = (element: Element) =>
    ENTERED.has(element.tagName) ||
    [...element.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');

  const wanted = new Set(marked);
  const looks = new Set<string>();
  for (const element of document.querySelectorAll('body, body *')) {
    element.removeAttribute(mark);
    if (!hasText(element)) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const look = [color, fontSize, fontWeight, textShadow, groundOf(element)].join('|');
    looks.add(look);
    if (wanted.has(look)) element.setAttribute(mark, '');
  }
  return { shape: `${innerWidth} ${shapeOf(document.documentElement)}`, looks: [...looks] };
}
