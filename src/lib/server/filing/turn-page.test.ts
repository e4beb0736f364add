import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#runtime/definition/json.ts';
import type { Environment } from '#runtime/form/model.ts';
import { project } from '#runtime/form/project.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import { turnPage } from './turn-page.ts';

const { forms, settings } = workedExample();
const form = forms.application;
const env: Environment = { data: {}, today: '2026-11-21', conditions: settings.conditions ?? {} };
const show = (answers: JsonObject) => project(form, 'application', answers, env);
const [first, second] = form.ui.elements.map(({ id }) => id);

/** A page that was saved without a script, without faults. */
const turn = (page: string, drawn: JsonObject, answers: JsonObject) =>
  turnPage({
    page,
    saved: {
      answers,
      stays: false,
      asksWrong: false,
      at: undefined,
      button: 'next',
      hidden: new Map(),
      refusedFiles: []
    },
    validated: { answers, faults: [], projection: show(answers) },
    before: show(drawn)
  });

describe('a page that was saved', () => {
  it('is shown again when an answer has made a question visible that was not there', () => {
    expect(turn(first ?? '', { name: 'IF Test' }, { name: 'IF Test', kind: 'evenemang' })).toMatchObject({
      to: 'again',
      because: 'more-questions'
    });
  });

  it('leads on when all that is new is the row that a list began with', () => {
    const answers = { name: 'IF Test', kind: 'drift' };
    const row = { ...answers, budget: [{ post: 'mat', amount: 120_000 }] };
    expect(turn(second ?? '', answers, row)).toEqual({ to: 'review' });
  });

  it('is shown again when an answer in a row that was kept makes a question visible', () => {
    const answers = { name: 'IF Test', kind: 'evenemang', eventDate: '2026-06-01', budget: [{ post: 'mat' }] };
    const other = { ...answers, budget: [{ post: 'annat' }] };
    expect(turn(second ?? '', answers, other)).toMatchObject({ to: 'again', at: '/budget/0/what' });
  });
});
