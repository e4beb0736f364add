import { describe, expect, it } from 'vitest';
import type { CaseType } from '../definition/case-type.ts';
import type { Condition } from '../definition/types.ts';
import { workedExample } from '../testing/case-types.ts';
import { placeOf } from './place-of.ts';

const says = (value: string): Condition => ({ op: 'eq', field: '/application/kind', value });

function adopted(...adopters: NonNullable<CaseType['settings']['adopters']>): CaseType {
  const example = workedExample();
  return { ...example, settings: { ...example.settings, adopters } };
}

const sports = { organ: 'idrottsnamnden', kind: 'namnd', unit: 'kansli', when: says('drift') } as const;

describe('where a case comes in', () => {
  const example = workedExample();
  const { organ, unit } = example.settings.owner;

  it('is the owner where nobody else has adopted the case type', () => {
    expect(placeOf(example, { kind: 'drift' }, '2026-03-02')).toEqual({ organ, unit });
  });

  it('is the organ whose condition the application makes true', () => {
    expect(placeOf(adopted(sports), { kind: 'drift' }, '2026-03-02')).toEqual({ organ: sports.organ, unit: 'kansli' });
    expect(placeOf(adopted(sports), { kind: 'annat' }, '2026-03-02')).toEqual({ organ, unit });
  });

  it('is the owner as long as nothing is said', () => {
    expect(placeOf(adopted(sports), {}, '2026-03-02')).toEqual({ organ, unit });
  });

  it('is the organ from the day that it begins', () => {
    const later = adopted({ ...sports, startsOn: '2026-04-01' });
    expect(placeOf(later, { kind: 'drift' }, '2026-03-31')).toEqual({ organ, unit });
    expect(placeOf(later, { kind: 'drift' }, '2026-04-01').organ).toBe(sports.organ);
  });

  it('is never one that only shares the case type', () => {
    const { when: _when, ...shared } = sports;
    expect(placeOf(adopted(shared), { kind: 'drift' }, '2026-03-02')).toEqual({ organ, unit });
  });
});
