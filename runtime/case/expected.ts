import type { CaseTypeSettings } from '../definition/types.ts';
import type { PhaseStop } from '../flow/phase-line.ts';
import type { FlowStatus } from '../flow/status.ts';
import { stockholmDay, type Day } from '../time/day.ts';
import { lastDay } from '../time/last-day.ts';
import { parsePeriod } from '../time/period.ts';

/** The day that a case is thought to have come further, and whether that is a deadline of ours or the service promise of the case type. */
export interface Expected {
  readonly day: Day;
  readonly basis: 'deadline' | 'promise';
}

interface Standing {
  readonly settings: Pick<CaseTypeSettings, 'servicePromise'>;
  readonly status: Pick<FlowStatus, 'deadline' | 'actionRequired' | 'done'>;
  readonly phases: readonly PhaseStop[];
  readonly openedAt: Date;
}

/**
 * About when a citizen may wait for what comes next: by our own deadline where one runs, else by the service promise, until there is a
 * beslut. Null while the case waits for them, and where nothing is promised. Pure.
 */
export function expectedBy({ settings, status, phases, openedAt }: Standing): Expected | null {
  if (status.done || status.actionRequired) return null;
  if (status.deadline?.lastDay) return { day: status.deadline.lastDay, basis: 'deadline' };
  const isDecided = phases.some(({ phase, standing }) => phase === 'besluta' && standing === 'done');
  const { period: text, days = 'calendar' } = settings.servicePromise ?? {};
  const period = text === undefined ? null : parsePeriod(text);
  if (isDecided || !period) return null;
  const counting = { start: stockholmDay(openedAt), period, days, direction: 'after', roll: true } as const;
  return { day: lastDay(counting), basis: 'promise' };
}
