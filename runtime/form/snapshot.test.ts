import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../definition/json.ts';
import { workedExample } from '../testing/case-types.ts';
import { answersView } from './answers-view.ts';
import { compileForm } from './compile-form.ts';
import { faultsOnPage, firstFaultyPage, nextPage, previousPage } from './pages.ts';
import { project } from './project.ts';
import { snapshot, type Snapshot } from './snapshot.ts';
import { findText } from './texts.ts';
import { validateAnswers } from './validate.server.ts';

const caseType = workedExample();
const compiled = compileForm(caseType.forms.application);
const env = { data: {}, today: '2026-11-21', conditions: {} };
const texts = {
  sv: {
    'form.application.om.label': 'Om er',
    'form.application.name.label': 'Föreningens namn',
    'form.application.name.help': 'Som i stadgarna',
    'form.application.kind.label': 'Vad gäller ansökan?',
    'form.application.kind.option.evenemang': 'Ett evenemang',
    'form.application.budget.label': 'Budget',
    'form.application.row.label': 'Post',
    'form.application.amount.label': 'Belopp'
  },
  en: { 'form.application.name.label': 'Name of the association' }
};
const answers: JsonObject = {
  name: 'IF Test',
  kind: 'evenemang',
  eventDate: '2026-06-01',
  budget: [{ post: 'lokal', amount: 120_000 }]
};
const keep = (given: JsonObject, language = 'sv'): Snapshot =>
  snapshot(
    { compiled, formKey: 'application', language, text: findText(texts, language), caseType: 'abc' },
    project(compiled.form, 'application', given, env)
  );

describe('what a citizen saw', () => {
  it('is kept with label, help, options in order and the answer as text', () => {
    const [om] = keep(answers).pages;
    expect(om).toMatchObject({ id: 'om', kind: 'page', label: 'Om er' });
    expect(om?.children?.[0]).toEqual({
      id: 'name',
      kind: 'text',
      label: 'Föreningens namn',
      help: 'Som i stadgarna',
      pointer: '/name',
      required: true,
      answer: ['IF Test']
    });
    expect(om?.children?.[2]).toMatchObject({
      options: [
        { value: 'drift', text: 'drift' },
        { value: 'evenemang', text: 'Ett evenemang' }
      ],
      answer: ['Ett evenemang']
    });
  });

  it('holds only what was shown', () => {
    const ids = (kept: Snapshot) => kept.pages.flatMap(({ children = [] }) => children.map(({ id }) => id));
    expect(ids(keep(answers))).toContain('event-date');
    expect(ids(keep({ ...answers, kind: 'drift' }))).not.toContain('event-date');
  });

  it('is in their language, and in Swedish where that has no text', () => {
    const [om] = keep(answers, 'en').pages;
    expect(om?.children?.map(({ label }) => label)).toEqual([
      'Name of the association',
      'contact',
      'Vad gäller ansökan?',
      'event-date'
    ]);
    expect(om?.children?.[3]?.answer).toEqual(['1 Jun 2026']);
  });

  it('is plain JSON that comes back the same', () => {
    const kept = keep(answers);
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });
});

describe('the answers as they are drawn', () => {
  const lines = (kept: Snapshot, before?: Snapshot) => answersView(kept, before);

  it('stand by page, with a heading for each row', () => {
    const [, money] = lines(keep(answers));
    expect(money?.items[0]).toMatchObject({
      type: 'group',
      items: [
        {
          type: 'group',
          label: 'Post 1',
          items: [
            { label: 'post', value: ['lokal'] },
            {
              label: 'Belopp',
              pointer: '/budget/0/amount',
              value: ['1\u00a0200\u00a0kr']
            }
          ]
        }
      ]
    });
  });

  it('leave out a calculation that came to nothing, but not a question without an answer', () => {
    const sections = lines(keep({ kind: 'drift', budget: [{}] }));
    expect(JSON.stringify(sections)).not.toContain('/total');
    expect(JSON.stringify(sections)).toContain('/name');
  });

  it('tell what was changed since an earlier time', () => {
    const sections = lines(keep({ ...answers, name: 'IK Test', contact: 'a@example.se' }), keep(answers));
    const changed = sections
      .flatMap(({ items }) => items)
      .flatMap((item) => (item.type === 'answer' && item.changed ? [item.id] : []));
    expect(changed).toEqual(['name', 'contact']);
  });
});

describe('the pages', () => {
  const validated = validateAnswers(
    compiled,
    'application',
    { name: 'x', kind: 'drift', budget: [{ post: 'mat' }] },
    env
  );
  it('follow each other', () => {
    expect(nextPage(validated.projection, 'om')).toBe('pengar');
    expect(nextPage(validated.projection, 'pengar')).toBeUndefined();
    expect(previousPage(validated.projection, 'pengar')).toBe('om');
    expect(previousPage(validated.projection, 'om')).toBeUndefined();
  });
  it('have each its faults', () => {
    expect(faultsOnPage(validated.projection, 'om', validated.faults)).toEqual([]);
    expect(faultsOnPage(validated.projection, 'pengar', validated.faults)).toHaveLength(1);
    expect(firstFaultyPage(validated.projection, validated.faults)).toBe('pengar');
    expect(firstFaultyPage(validated.projection, [])).toBeUndefined();
  });
});
