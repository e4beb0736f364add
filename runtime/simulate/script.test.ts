import { describe, expect, it } from 'vitest';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { addDays, stockholmDay } from '../time/day.ts';
import { liveCases, type Happening } from './lives.ts';
import { rulesFor } from './made-up.ts';
import { markedDefinition } from './marked.ts';
import { USUAL } from './model.ts';
import { after, scriptOf } from './script.ts';
import { toldAnswers } from './told-answers.ts';

const caseType = (await shippedCaseTypes()).find(([slug]) => slug === 'bygglov')?.[1] ?? expect.unreachable();
const { 'granne-overklagar-lovet': told = expect.unreachable() } = caseType.scenarios;
const definition = markedDefinition(caseType);

/** What happens in a case that follows a scenario so far, whose parts get each beslut so many days after it. */
function lived(events: number, scenario = 'granne-overklagar-lovet', receipt = 2) {
  const heard: Happening[] = [];
  const { records } = liveCases({
    ...{ definition, rules: rulesFor(definition), arrivals: [Date.parse('2026-03-02T09:00:00Z')] },
    assumed: { ...USUAL, failures: 0, days: { ...USUAL.days, receipt } },
    answers: toldAnswers(caseType, 1, (answers) => answers),
    comesIn: () => ({ channel: 'e-service', isKnown: true }),
    parties: ['party'],
    follows: { scenario, events },
    hear: (_, one) => heard.push(one)
  });
  const sent = heard.flatMap((one) => (one.kind === 'event' ? [{ event: one.event, at: one.at }] : []));
  return { heard, sent, states: records[0]?.states ?? [], beslut: records[0]?.beslut ?? [] };
}

describe('a case that follows a scenario', () => {
  const script = scriptOf(told);
  const events = script.map(({ event }) => event);

  it('has done in it what the scenario tells, no sooner than it does, and comes to the same end', () => {
    const { sent, states } = lived(Infinity);
    expect(sent.map(({ event }) => event)).toEqual(events);
    expect(states.at(-1)).toBe('upphavt');
    const days = sent.map(({ at }, index) => Math.ceil((at - (sent[index - 1]?.at ?? 0)) / 86_400_000));
    for (const [index, cue] of script.entries()) expect(days[index]).toBeGreaterThanOrEqual(cue.days);
  });

  it('goes on as others do when it has gone so far as it should', () => {
    const { sent } = lived(3);
    expect(sent.slice(0, 3).map(({ event }) => event)).toEqual(events.slice(0, 3));
    expect(sent.map(({ event }) => event)).not.toEqual(events);
    expect(sent.length).toBeGreaterThan(3);
  });
});

it('nobody is told of a beslut that another has taken the place of', () => {
  const { heard, beslut } = lived(Infinity, 'komplettering-uteblev', 50);
  expect(beslut.length).toBeGreaterThan(1);
  const refused = heard.find((one) => one.kind === 'event' && one.event === 'avvisa') ?? expect.unreachable();
  const told = heard.flatMap((one) => (one.kind === 'told' ? [one.receivedOn] : []));
  expect(told).toEqual([addDays(stockholmDay(new Date(refused.at)), 50)]);
});

it('the script of a scenario leaves out what is refused, and adds up the time between', () => {
  const steps = [
    { event: 'a', as: 'caseworker' },
    { wait: 'P2D' },
    { event: 'b', as: 'party', expect: { refused: 'flow.event_not_allowed' } },
    { wait: 'P1M', event: 'c', as: 'party' }
  ] as const;
  expect(scriptOf({ ...told, now: '2026-01-29T10:00:00+01:00', steps: [...steps] })).toEqual([
    { event: 'a', days: 0 },
    { event: 'c', days: 30 }
  ]);
  expect(after('2026-01-31', 'P1M')).toBe('2026-02-28');
});
