import type { Assumptions, SimulationReport } from '#runtime/simulate/model.ts';

/** A run that is kept, in the browser of who made it: it says nothing of the case type that others need. */
export interface KeptRun {
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  readonly assumed: Omit<Assumptions, 'start'> & { readonly start: string };
  readonly report: SimulationReport;
}

const MOST = 8;
const placeOf = (slug: string): string => `smedja-simulations-${slug}`;

/** The kept runs of a case type, the latest first; none where what stands there cannot be read. */
export function keptRuns(slug: string): KeptRun[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(slug)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRun) : [];
  } catch {
    return [];
  }
}

/** Keeps a run; of many the oldest is forgotten. False when there is no room. */
export function keepRun(slug: string, run: KeptRun): boolean {
  return write(slug, [run, ...keptRuns(slug)].slice(0, MOST));
}

export const forgetRun = (slug: string, at: string): boolean =>
  write(
    slug,
    keptRuns(slug).filter((run) => run.at !== at)
  );

function write(slug: string, runs: readonly KeptRun[]): boolean {
  try {
    localStorage.setItem(placeOf(slug), JSON.stringify(runs));
    return true;
  } catch {
    return false;
  }
}

const isRun = (run: unknown): run is KeptRun =>
  typeof run === 'object' && run !== null && 'name' in run && 'at' in run && 'report' in run && 'assumed' in run;
