import { describe, expect, it } from 'vitest';
import { caseTypeWith, TestCase } from '../testing/flows.ts';
import { phaseLine } from './phase-line.ts';
import { statusOf } from './status.ts';

const end = { type: 'final' };

function caseWith(states: object, ...texts: string[]): TestCase {
  const caseType = caseTypeWith(states);
  const status = Object.fromEntries(texts.map((key) => [`state.${key}.status`, 'Vi arbetar.']));
  return new TestCase({ ...caseType, texts: { sv: status } });
}

const parallel = {
  both: {
    type: 'parallel',
    meta: { phase: 'utreda', waitsFor: 'caseworker' },
    states: {
      one: {
        initial: 'ask',
        states: { ask: { meta: { waitsFor: 'authority', role: 'registrar', deadline: 'P21D' } } }
      },
      two: { initial: 'read', states: { read: { meta: { role: 'caseworker', deadline: 'P7D' } } } }
    }
  }
};

const status = ({ definition, state }: TestCase) => statusOf(definition, state);

describe('the one status of a case', () => {
  it('has the words of the outermost group that has any', () => {
    expect(status(caseWith(parallel, 'both', 'ask')).textKey).toBe('state.both.status');
  });

  it('has the words of the leaf where no group has any', () => {
    expect(status(caseWith(parallel, 'read')).textKey).toBe('state.read.status');
    expect(status(caseWith({ a: {} })).textKey).toBe('state.a.status');
  });

  it('takes from the states inside what its own state does not say', () => {
    expect(status(caseWith(parallel, 'both'))).toMatchObject({
      phase: 'utreda',
      waitsFor: 'caseworker',
      role: 'registrar'
    });
  });

  it('takes from the groups around what a leaf does not say', () => {
    expect(status(caseWith(parallel, 'read'))).toMatchObject({ phase: 'utreda', role: 'caseworker' });
  });

  it('has the deadline that comes first', () => {
    expect(status(caseWith(parallel, 'both')).deadline).toMatchObject({ state: 'read', lastDay: '2026-03-09' });
  });

  it('is finished with the flow, or when its state says so to the citizen', () => {
    expect(status(caseWith({ a: { always: { target: 'end' } }, end })).done).toBe(true);
    expect(status(caseWith({ a: { meta: { done: true } } })).done).toBe(true);
    expect(status(caseWith({ a: {} })).done).toBe(false);
  });
});

describe('the line of phases', () => {
  const go = (target: string) => ({ on: { [`to-${target}`]: { target } } });
  const testCase = caseTypeWith(
    {
      a: { meta: { phase: 'aktualisera' }, ...go('b') },
      b: { meta: { phase: 'utreda' }, ...go('c') },
      c: { meta: { phase: 'besluta' }, ...go('d') },
      d: { meta: { phase: 'folja-upp' }, type: 'final' }
    },
    { on: { withdraw: { target: '.d' } } }
  );
  const line = ({ definition, state }: TestCase, ...visited: string[]) =>
    phaseLine(definition, state, visited).map(({ phase, standing }) => `${phase} ${standing}`);

  it('shows what is done, where the case is and what is ahead, of the phases that the flow has', () => {
    expect(line(new TestCase(testCase).event('to-b'), 'a', 'b')).toEqual([
      ...['aktualisera done', 'utreda current'],
      ...['besluta ahead', 'folja-upp ahead']
    ]);
  });

  it('does not call done what a withdrawn case never came to', () => {
    expect(line(new TestCase(testCase).event('withdraw'), 'a', 'd')).toEqual([
      ...['aktualisera done', 'utreda skipped'],
      ...['besluta skipped', 'folja-upp done']
    ]);
  });
});
