import type { Problem } from '#runtime/definition/problem.ts';

/** What the server says of the design as it is saved. Rejects when nobody answers. */
export type AskServer = () => Promise<readonly Problem[]>;

/** What was found in a document that had been saved when the server was asked. */
export interface FoundSaved {
  readonly document: unknown;
  readonly problems: readonly Problem[];
}

export interface SavedChecker {
  /** Has the document checked once it has been let be for a while. Call it when everything of it is saved. */
  readonly check: (document: unknown) => void;
  readonly stop: () => void;
}

/** So long a design is let be before the server is asked: an answer costs it some hundred milliseconds. */
const PAUSE_MS = 1500;

/**
 * Asks the server about a design when it has been saved and let be, one question at a time; an answer to what has been
 * changed meanwhile is thrown away.
 */
export function savedChecker(ask: AskServer, answer: (found: FoundSaved) => void, pause = PAUSE_MS): SavedChecker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: unknown;
  let asking: Promise<void> | undefined;

  async function run(document: unknown): Promise<void> {
    await asking;
    if (document !== latest) return;
    asking = ask().then(
      (problems) => (document === latest ? answer({ document, problems }) : undefined),
      // Whoever is offline is told so elsewhere, and asks again with the next change.
      () => undefined
    );
    await asking;
  }

  return {
    check(document) {
      if (document === latest) return;
      latest = document;
      clearTimeout(timer);
      timer = setTimeout(() => void run(document), pause);
    },
    stop() {
      latest = undefined;
      clearTimeout(timer);
    }
  };
}
