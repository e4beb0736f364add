import { describe, expect, it } from 'vitest';
import type { AnswerSection } from './answers-view.ts';
import { withoutNames } from './without-names.ts';

const line = (id: string, value: string[]) =>
  ({ type: 'answer', id, pointer: `/${id}`, label: id, value, files: [], changed: false }) as const;

describe('answers without names', () => {
  it('say nothing of the person in any line that holds the name, also within groups', () => {
    const sections: AnswerSection[] = [
      {
        id: 'om',
        label: 'Om',
        items: [
          line('signers', ['Eva Ny, 18900101-9802, eva@example.org', 'Per Ny, 18900102-9819']),
          { type: 'group', id: 'row', label: 'Rad', items: [line('who', ['Eva Ny'])] }
        ]
      }
    ];
    expect(JSON.stringify(withoutNames(sections, ['Eva Ny'], 'Skyddad'))).not.toMatch(/Eva|18900101|eva@/);
    expect(JSON.stringify(withoutNames(sections, ['Eva Ny'], 'Skyddad'))).toContain('Per Ny, 18900102-9819');
    expect(withoutNames(sections, [''], 'Skyddad')).toEqual(sections);
  });
});
