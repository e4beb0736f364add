import { describe, expect, it } from 'vitest';
import { workedExample } from '../testing/case-types.ts';
import { compile } from './compile.ts';
import { journey } from './journey.ts';
import { open, step } from './step.ts';

const definition = compile(workedExample());
const opened = open(
  definition,
  { application: { kind: 'drift', total: 1 }, case: {} },
  new Date('2026-03-02T09:00:00Z')
).state;
const asked = step(
  definition,
  opened,
  { kind: 'event', event: 'begar-komplettering', facts: {} },
  new Date('2026-03-04T09:00:00Z')
).state;
const filed = { at: '2026-03-02T09:00:00Z', to: ['granska'] };
const waits = { at: '2026-03-04T09:00:00Z', to: [String(asked.value)] };

describe('the way of a case', () => {
  it('tells what was said before, with its day, and from when what is said now is', () => {
    const current = journey(definition, asked, [filed, waits]).find(({ standing }) => standing === 'current');
    expect(current).toMatchObject({
      since: '2026-03-02',
      nowSince: '2026-03-04',
      told: [{ day: '2026-03-02', textKey: 'state.granska.status' }]
    });
  });

  it('leaves out what nobody had time to read, and says nothing of what is ahead', () => {
    const atOnce = { ...waits, at: '2026-03-02T09:00:10Z' };
    const stops = journey(definition, asked, [filed, atOnce]);
    expect(stops.flatMap(({ told }) => told)).toEqual([]);
    expect(stops.filter(({ standing }) => standing === 'ahead').every(({ since }) => since === null)).toBe(true);
  });
});
