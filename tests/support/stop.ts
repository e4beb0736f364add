/** What has the focus, as it stands on the screen. */
export interface Stop {
  /** What it is known by among the stops of its page: the radio buttons of a question are one. */
  readonly key: string;
  /** Why somebody who looks would not find it. */
  readonly unseen: readonly string[];
}

/** Runs in the page, so it knows nothing of this module: looks at what has the focus. */
export function readStop(): Stop {
  const [LEAST, RING, INSET, LINE] = [4, 2, 2, 44];
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return { key: '', unseen: ['nothing has the focus'] };

  const boxOf = (element: Element) => element.getClientRects()[0] ?? element.getBoundingClientRect();
  const edge = RING + Number.parseFloat(getComputedStyle(at).outlineOffset);
  /** What is larger than the frame that it is moved in is shown by the frame. */
  const frameOf = (element: Element): Element => {
    const box = boxOf(element);
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflowX === 'visible') continue;
      const room = outer.getBoundingClientRect();
      const isCut = room.left > box.left - edge && room.right < box.right + edge;
      if (isCut && room.top > box.top - edge && room.bottom < box.bottom + edge) return outer;
    }
    return element;
  };
  const shown = frameOf(at);
  const { left, right, top, bottom, width, height } = boxOf(shown);
  // What stands at the top of a page has its ring but for one side.
  const isSeen = top >= 0 && Math.min(bottom, top + LINE) <= innerHeight - edge;
  // What is nearly as tall as the window is seen when it lies over the middle of it.
  const isTall = height > innerHeight / 2 && top < innerHeight / 2 && bottom > innerHeight / 2;

  const isOwn = (hit: Element | null) =>
    !hit || at.contains(hit) || hit.contains(at) || hit.closest('label')?.contains(at) === true || shown.contains(hit);
  const corners = [left + INSET, right - INSET].flatMap((x) =>
    [top + INSET, bottom - INSET].map((y) => [x, y] as const)
  );
  const above = corners.map(([x, y]) => document.elementFromPoint(x, y)).find((hit) => !isOwn(hit));

  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const faults = [
    [width < LEAST || height < LEAST, 'it is too small to see'],
    [!(isSeen || isTall) || left < edge || right > innerWidth - edge, 'it is outside the window'],
    [above !== undefined, `it is below ${above?.outerHTML.slice(0, 80)}`],
    [outlineStyle === 'none' || Number.parseFloat(outlineWidth) < RING, 'it has no ring']
  ] as const;
  const isRadio = at instanceof HTMLInputElement && at.type === 'radio';
  return {
    key: isRadio ? at.name : String([...document.querySelectorAll('*')].indexOf(at)),
    unseen: faults.flatMap(([isFault, why]) => (isFault ? [why] : []))
  };
}
