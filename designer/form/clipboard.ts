import { readFragment, type Fragment } from '../commands/fragment.ts';

const KEPT = 'smedja.fragment';

/** Keeps what was copied in this browser, for other case types and for the button that pastes, which may not read the system's clipboard. */
export function keepCopied(fragment: Fragment): string {
  const text = JSON.stringify(fragment);
  try {
    localStorage.setItem(KEPT, text);
  } catch {
    // A browser that keeps nothing still has its clipboard.
  }
  return text;
}

/** What was copied last in this browser. */
export function lastCopied(): Fragment | undefined {
  try {
    return readFragment(localStorage.getItem(KEPT) ?? '');
  } catch {
    return undefined;
  }
}

/** Also in the system's clipboard, where the browser allows it. */
export const tellSystem = (text: string): Promise<void> | undefined =>
  navigator.clipboard?.writeText(text).catch(() => undefined);
