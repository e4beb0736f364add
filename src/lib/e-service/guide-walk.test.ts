import { describe, expect, it } from 'vitest';
import { walkGuide, type GuideQuestion } from './guide-walk.ts';

const questions: readonly GuideQuestion[] = [
  { id: 'what', answers: [{ key: 'paint', ends: 'not-needed' }, { key: 'house' }, { key: 'shed', to: 'size' }] },
  { id: 'size', answers: [{ key: 'small', ends: 'not-needed' }, { key: 'large' }, { key: 'state', ends: 'elsewhere' }] }
];
const walk = (address: string) => {
  const answers = new URLSearchParams(address);
  return walkGuide(questions, (id) => answers.get(id));
};

describe('a guide', () => {
  it('begins with its first question', () => {
    expect(walk('')).toMatchObject({ answered: [], question: { id: 'what' }, outcome: undefined });
  });

  it.each([
    ['what=paint', 'not-needed'],
    ['what=house', 'apply'],
    ['what=shed&size=small', 'not-needed'],
    ['what=shed&size=large', 'apply'],
    ['what=shed&size=state', 'elsewhere']
  ])('ends after %s: %s', (address, outcome) => {
    expect(walk(address)).toMatchObject({ question: undefined, outcome });
  });

  it('asks on where an answer is missing, and passes over what answers nothing', () => {
    expect(walk('what=shed&size=huge&x=1')).toMatchObject({
      answered: [{ id: 'what', key: 'shed' }],
      question: { id: 'size' }
    });
    expect(walk('size=small')).toMatchObject({ answered: [], question: { id: 'what' } });
  });
});
