import { describe, expect, it } from 'vitest';
import { arrivedOf } from './arrived.ts';

const meta = { form: 'overklagande', arrived: { on: '/overklagande/day', from: '/overklagande/who' } };
const entered = (overklagande: Record<string, string>) => arrivedOf(meta, { overklagande }, '2026-04-20');

describe('what staff register that came in', () => {
  it('arrived the day that they say, from whom they say', () => {
    expect(entered({ day: '2026-04-17', who: 'Karin' })).toEqual({ on: '2026-04-17', from: 'Karin' });
  });

  it('arrived today from somebody unknown when they say nothing', () => {
    expect(entered({})).toEqual({ on: '2026-04-20', from: null });
  });

  it('cannot have arrived tomorrow', () => {
    expect(entered({ day: '2026-04-21' })).toEqual({
      refused: 'form.answers_invalid',
      faults: [{ pointer: '/day', code: 'future' }]
    });
  });

  it('is nothing of what they do themselves', () => {
    expect(arrivedOf({ form: 'besok' }, {}, '2026-04-20')).toBeNull();
  });
});
