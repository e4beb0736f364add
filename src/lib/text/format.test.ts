import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDeadline, formatMoney, formatSize } from './format.ts';
import { t } from './index.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('a date', () => {
  it('is written 21 nov 2026 in both languages', () => {
    expect(formatDate('2026-11-21', 'sv')).toBe('21 nov 2026');
    expect(formatDate('2026-11-21', 'en')).toBe('21 Nov 2026');
  });

  it('is the day in Stockholm, not in UTC', () => {
    expect(formatDate('2026-11-20T23:30:00Z', 'sv')).toBe('21 nov 2026');
    expect(formatDateTime('2026-11-20T23:30:00Z', 'sv')).toBe('21 nov 2026 kl. 00.30');
  });
});

describe('a deadline', () => {
  const deadline = (lastDay: string, workingDays: number) =>
    formatDeadline(t('sv'), { lastDay, today: '2026-12-04', workingDays });

  it('says the date and what it means', () => {
    expect(deadline('2026-12-12', 5)).toBe('senast 12 december, om 5 arbetsdagar');
    expect(deadline('2026-12-07', 1)).toBe('senast 7 december, om 1 arbetsdag');
    expect(deadline('2026-12-05', 0)).toBe('senast 5 december, i morgon');
    expect(deadline('2026-12-04', 0)).toBe('senast 4 december, i dag');
  });

  it('counts months when it is far away', () => {
    expect(deadline('2027-12-19', 271)).toBe('senast 19 dec 2027, om ungefär 13 månader');
  });

  it('says how late it is', () => {
    expect(deadline('2026-12-03', 0)).toBe('senast 3 december, 1 dag för sent');
  });

  it('names the year when it is another', () => {
    expect(deadline('2027-01-08', 22)).toBe('senast 8 jan 2027, om 22 arbetsdagar');
  });
});

describe('money and sizes', () => {
  it('show öre only when there are any', () => {
    expect(plain(formatMoney(32_500_000, 'sv'))).toBe('325 000 kr');
    expect(plain(formatMoney(1250, 'sv'))).toBe('12,50 kr');
  });

  it('take the unit that reads best', () => {
    expect(plain(formatSize(1_234_567, 'sv'))).toBe('1,2 MB');
    expect(plain(formatSize(830, 'sv'))).toBe('0,8 kB');
  });
});
