import type { ListedCase } from '#runtime';
import { stockholmDay } from '#runtime/time/day.ts';
import { workingDaysBetween } from '#runtime/time/working-days.ts';

/** A deadline as a desk shows it: the date, what it means, and how urgent it is. */
export interface DeskDeadline {
  readonly lastDay: string;
  readonly today: string;
  readonly workingDays: number;
  readonly tone: 'late' | 'wait' | 'neutral';
}

/** Within this many working days a deadline is near. */
const NEAR = 5;

export function deskDeadline(lastDay: string | null | undefined, now: Date): DeskDeadline | undefined {
  if (!lastDay) return undefined;
  const today = stockholmDay(now);
  const isLate = lastDay < today;
  const workingDays = isLate ? 0 : workingDaysBetween(today, lastDay);
  return { lastDay, today, workingDays, tone: isLate ? 'late' : workingDays <= NEAR ? 'wait' : 'neutral' };
}

export const deskRow = (found: ListedCase, now: Date) => ({
  id: found.id,
  number: found.number,
  caseType: found.caseType,
  standing: found.standing,
  phase: found.status.phase,
  waitsFor: found.status.waitsFor,
  deadline: deskDeadline(found.status.deadline?.lastDay, now),
  applicant: found.applicant,
  assignee: found.assignee?.name ?? null,
  changedAt: found.changedAt
});
