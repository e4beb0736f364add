import { describe, expect, it } from 'vitest';
import { fillIn } from './fill-in.ts';

describe('a text that is filled in', () => {
  it('says the values by their names', () => {
    expect(fillIn('Lov på {property}: {decision}', { property: 'Björken 1:23', decision: 'Lov ges.' })).toBe(
      'Lov på Björken 1:23: Lov ges.'
    );
  });

  it('leaves nothing where nothing is known', () => {
    expect(fillIn('Lov på {property}.', {})).toBe('Lov på.');
  });

  it('never fills in what a value brings along', () => {
    expect(fillIn('{decision}', { decision: '{number}', number: 'SBN 2026/1' })).toBe('{number}');
  });
});
