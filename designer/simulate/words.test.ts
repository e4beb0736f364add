import { describe, expect, it } from 'vitest';
import { translator } from '#lib/text/translate.ts';
import everybody from '#lib/text/sv.json' with { type: 'json' };
import own from '#lib/text/simulate.sv.json' with { type: 'json' };
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { allBranches } from '#runtime/simulate/marked.ts';
import { firstState } from './marks.ts';
import { jsonOf } from './plain.ts';
import { Words } from './words.ts';

const [, bygglov] = (await shippedCaseTypes()).find(([slug]) => slug === 'bygglov') ?? [];
if (!bygglov) throw new Error('bygglov is not shipped');
const document = jsonOf(bygglov);
const words = new Words(document, translator('sv', { ...everybody, ...own }));

describe('what things are called to those who try a case type', () => {
  it('is the step and what sets a way off, with its number where it parts', () => {
    const aside = words.way('/states/handlaggning/after/drojsmalsfrist/1');
    expect(aside).toMatch(/ › när drojsmalsfrist \(.+\) har gått \(2\)$/);
    expect(words.way('/states/handlaggning/states/registrerad/on/ta-emot')).toBe('Registrerad › Ta emot ansökan');
    expect(words.way('/states/lovet/onDone')).toMatch(/ › när delen är klar$/);
  });

  it('is another for each way of a flow that people can tell apart', () => {
    for (const { pointer } of allBranches(bygglov.flow)) expect(words.way(pointer)).not.toContain('undefined');
  });

  it('is a length of time in words', () => {
    expect(words.period('P14D')).toBe('14 dagar');
    expect(words.period('P1M')).toBe('1 månad');
    expect(words.period('PT24H')).toBe('24 timmar');
    expect(words.delay('P7D')).toBe('7 dagar');
  });
});

it('looks first at the innermost step that cases begin in', () => {
  expect(firstState(document)).toBe('/states/handlaggning/states/inkommen');
});
