/** So long a press holds up what has come at most: the end of one outside the window is never told. */
const LONGEST_MS = 2000;

const pressed = new Set<number>();

/** Knows from now on what is pressed in the page, by mouse or finger. */
export function watchPresses(): void {
  document.addEventListener('pointerdown', ({ pointerId }) => pressed.add(pointerId), true);
  for (const end of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(end, ({ pointerId }) => pressed.delete(pointerId), true);
}

/**
 * Settles when nothing is pressed, and what was has had its effect. A page that is drawn anew between press and release moves what is
 * pressed away, and the browser makes no click of it.
 */
export async function pressIsOver(): Promise<void> {
  if (pressed.size === 0) return;
  const ended = new AbortController();
  await new Promise<void>((over) => {
    for (const end of ['pointerup', 'pointercancel'] as const)
      // The click comes after the release, in the same turn.
      document.addEventListener(end, () => setTimeout(over), { signal: ended.signal });
    setTimeout(over, LONGEST_MS);
  });
  ended.abort();
  pressed.clear();
}
