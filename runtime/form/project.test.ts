import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../definition/json.ts';
import { workedExample } from '../testing/case-types.ts';
import type { Environment } from './model.ts';
import { project } from './project.ts';

const caseType = workedExample();
const env: Environment = { data: {}, today: '2026-11-21', conditions: caseType.settings.conditions ?? {} };
const show = (answers: JsonObject) => project(caseType.forms.application, 'application', answers, env);

const evenemang: JsonObject = {
  name: 'IF Test',
  kind: 'evenemang',
  eventDate: '2026-06-01',
  budget: [
    { post: 'mat', permit: 'ja', what: 'en gammal rad', amount: 120_000 },
    { post: 'annat', permit: 'nej', what: 'Tält', amount: 80_000 }
  ]
};

describe('the answers that exist', () => {
  it('are those of what is shown, with what is calculated', () => {
    expect(show(evenemang).answers).toEqual({
      ...evenemang,
      budget: [
        { post: 'mat', permit: 'ja', amount: 120_000 },
        { post: 'annat', what: 'Tält', amount: 80_000 }
      ],
      total: 200_000
    });
  });

  it('lose what a changed answer hides, in the root and in rows that read the root', () => {
    const { answers } = show({ ...evenemang, kind: 'drift' });
    expect(answers).not.toHaveProperty('eventDate');
    expect(answers['budget']).toEqual([
      { post: 'mat', amount: 120_000 },
      { post: 'annat', what: 'Tält', amount: 80_000 }
    ]);
  });

  it('are never what the citizen sent for a calculated field, nor what no control asks for', () => {
    const { answers } = show({ ...evenemang, total: 1, other: 'x' });
    expect(answers).toMatchObject({ total: 200_000 });
    expect(answers).not.toHaveProperty('other');
  });

  it('have no calculated value where a row lacks its number', () => {
    expect(show({ budget: [{ post: 'mat' }] }).answers).toEqual({ budget: [{ post: 'mat' }] });
  });
});

describe('what is shown', () => {
  it('is told by page, and by control with its pointer in the answers', () => {
    const { pages, controls, elements } = show(evenemang);
    expect(pages.map(({ element }) => element.id)).toEqual(['om', 'pengar']);
    expect(controls.map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/contact',
      '/kind',
      '/eventDate',
      '/budget',
      '/budget/0/post',
      '/budget/0/permit',
      '/budget/0/amount',
      '/budget/1/post',
      '/budget/1/what',
      '/budget/1/amount',
      '/total'
    ]);
    expect(elements.has('event-date')).toBe(true);
    expect(show({}).elements.has('event-date')).toBe(false);
  });

  it('is the same for a row that is no row, which stays for the validation to refuse', () => {
    expect(show({ budget: [7, { post: 'mat' }] }).answers).toEqual({ budget: [7, { post: 'mat' }] });
  });
});
