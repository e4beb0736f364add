import type { LevelStep } from '#runtime/check/level.ts';
import type { Problem } from '#runtime/definition/problem.ts';

/** What the check is asked, and what it answers; numbered, since only the latest counts. */
export interface ToCheck {
  readonly number: number;
  readonly document: unknown;
}
export interface Checked {
  readonly number: number;
  readonly problems: readonly Problem[];
  /** What is missing for each level; undefined while the flow is not sound. */
  readonly steps: readonly LevelStep[] | undefined;
}

/** What a Web Worker is to the check. */
export interface CheckPort {
  readonly ask: (message: ToCheck) => unknown;
  readonly listen: (answered: (checked: Checked) => void) => void;
  readonly stop: () => void;
}

export interface Checker {
  /** Asks for the problems of a document. While one is checked, only the latest of those that wait is kept. */
  readonly check: (document: unknown) => void;
  readonly stop: () => void;
}

/**
 * Has documents checked, one at a time, the latest first: what was typed meanwhile is never waited for.
 * @param answer is given what was found in the latest document that has been checked
 */
export function checker(port: CheckPort, answer: (checked: Checked) => void): Checker {
  let number = 0;
  let busy = false;
  let next: { readonly document: unknown } | undefined;

  function send(document: unknown): void {
    busy = true;
    number += 1;
    port.ask({ number, document });
  }

  port.listen((checked) => {
    if (checked.number !== number) return;
    busy = false;
    answer(checked);
    const waiting = next;
    next = undefined;
    if (waiting) send(waiting.document);
  });

  return {
    check: (document) => (busy ? (next = { document }) : send(document)),
    stop: port.stop
  };
}

/** The worker that the designer checks in. Only in a browser. */
export function checkWorker(): CheckPort {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  return {
    ask: (message) => worker.postMessage(message),
    listen: (answered) => worker.addEventListener('message', ({ data }: MessageEvent<Checked>) => answered(data)),
    stop: () => worker.terminate()
  };
}
