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

export interface Checker<Document> {
  /** Asks for the problems of a document. While one is checked, only the latest of those that wait is kept. */
  readonly check: (document: Document) => void;
  readonly stop: () => void;
}

/** What was found in a document. */
export type CheckedDocument<Document> = Checked & { readonly document: Document };

/**
 * Has documents checked, one at a time, the latest first: what was typed meanwhile is never waited for. What is found in an older one
 * than the latest that was asked about is thrown away.
 * @param answer is given what was found in the latest document that has been checked; a second time when there are examples
 */
export function checker<Document>(
  port: CheckPort,
  answer: (checked: CheckedDocument<Document>) => void
): Checker<Document> {
  let number = 0;
  let busy = false;
  let here: { readonly document: Document } | undefined;
  let next: { readonly document: Document } | undefined;

  function send(document: Document): void {
    busy = true;
    number += 1;
    here = { document };
    port.ask({ number, document });
  }

  port.listen((checked) => {
    if (checked.number !== number || !here) return;
    busy = false;
    answer({ ...checked, ...here });
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
