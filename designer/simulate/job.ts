import type { Role } from '#runtime/definition/types.ts';
import type { Assumptions, SimulationReport } from '#runtime/simulate/model.ts';
import type { Suggestion } from '#runtime/simulate/suggest.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** What the worker is asked for. */
export type Asked = { readonly document: CaseTypeDocument } & (
  | { readonly kind: 'simulate'; readonly assumed: Assumptions }
  /** How many of a role are needed for the service promise. */
  | { readonly kind: 'staff'; readonly assumed: Assumptions; readonly role: Role }
  /** Cases that take what no scenario of the case type takes. */
  | { readonly kind: 'suggest'; readonly now: Date }
);

export type Answered =
  | { readonly kind: 'progress'; readonly opened: number }
  | { readonly kind: 'report'; readonly report: SimulationReport }
  | { readonly kind: 'staff'; readonly count: number | null }
  | { readonly kind: 'suggestions'; readonly suggestions: readonly Suggestion[] }
  /** The draft cannot be run; the check says why. */
  | { readonly kind: 'broken'; readonly code: string };

/** A piece of work that goes on; `stop` leaves it. */
export interface Job {
  readonly stop: () => void;
}

/** Has something worked out in a worker of its own, which ends with it. Only in a browser. */
export function startJob(asked: Asked, told: (answered: Answered) => void): Job {
  const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    if (data.kind !== 'progress') worker.terminate();
    told(data);
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    told({ kind: 'broken', code: 'platform.fault' });
  });
  worker.postMessage(asked);
  return { stop: () => worker.terminate() };
}
