import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../definition/json.ts';
import { compile } from '../flow/compile.ts';
import { workedExample } from '../testing/case-types.ts';
import { shippedCaseType } from '../testing/example-dossier.ts';
import { bookingsOf } from './bookings.ts';
import { toldAnswers } from './told.ts';

const definition = compile(workedExample());
const told = (tells: readonly string[], application: JsonObject) =>
  toldAnswers(definition, { tells }, { application }).map(({ element, value }) => [element.id, value]);

describe('what the citizen reads with the status', () => {
  it('is what the state tells of what is answered, in its order', () => {
    const answers = { kind: 'drift', total: 5, purpose: '' };
    expect(told(['/application/total', '/application/kind', '/application/project'], answers)).toEqual([
      ['total', 5],
      ['kind', 'drift']
    ]);
  });

  it('never says who somebody is, since whoever holds the status link reads it', () => {
    expect(told(['/application/contact'], { contact: 'anna@exempel.example' })).toEqual([]);
  });

  it('is nothing where the state tells nothing', () => {
    expect(told([], { kind: 'drift' })).toEqual([]);
  });
});

describe('a time that was booked and then moved', async () => {
  const advice = compile(await shippedCaseType('radgivning'));
  const times = (data: JsonObject) =>
    toldAnswers(advice, { tells: ['/application/time', '/ombokning/newTime'] }, data).map(({ value }) => value);

  it('is told as it was moved to, alone', () => {
    const application = { time: '2026-12-01T09:00' };
    expect(times({ application })).toEqual(['2026-12-01T09:00']);
    expect(times({ application, ombokning: { newTime: '2026-12-03T13:30' } })).toEqual(['2026-12-03T13:30']);
  });

  it('is held as it was moved to, alone, so that somebody else can have the first', () => {
    const data = { application: { time: '2026-12-01T09:00' }, ombokning: { newTime: '2026-12-03T13:30' } };
    expect(bookingsOf(advice.caseType, data)).toEqual([{ resource: 'bygglovsradgivning', time: '2026-12-03T13:30' }]);
  });
});
