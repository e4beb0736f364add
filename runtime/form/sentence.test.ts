import { describe, expect, it } from 'vitest';
import type { Condition, Form, Value } from '../definition/types.ts';
import { workedExample } from '../testing/case-types.ts';
import { describeForms } from './describe.ts';
import { sentence, valueSentence } from './sentence.ts';
import { findText } from './texts.ts';

const application: Form = workedExample().forms.application;
const texts = {
  sv: {
    'form.application.name.label': 'Föreningens namn',
    'form.application.kind.label': 'Vad gäller ansökan?',
    'form.application.kind.option.evenemang': 'Ett evenemang',
    'form.application.kind.option.drift': 'Löpande drift',
    'form.application.event-date.label': 'Dag',
    'form.application.budget.label': 'Budget',
    'form.application.post.label': 'Post',
    'form.application.amount.label': 'Belopp',
    'form.application.total.label': 'Summa',
    'field.decision.label': 'Utgången i beslutet',
    'field.decision.option.avslag': 'Avslag'
  },
  en: { 'form.application.kind.label': 'What is it for?', 'form.application.kind.option.evenemang': 'An event' }
};
const describeIn = (language: string) => describeForms({ application }, findText(texts, language), language);
const sv = (condition: Condition): string => sentence(condition, describeIn('sv'), 'sv').replace(/\u00a0/g, ' ');
const en = (condition: Condition): string => sentence(condition, describeIn('en'), 'en').replace(/\u00a0/g, ' ');

const isEvent: Condition = { op: 'eq', field: '/application/kind', value: 'evenemang' };
const named: Condition = { op: 'answered', field: '/application/name' };
const isFood: Condition = { op: 'eq', item: '/post', value: 'mat' };

describe('a condition as a sentence', () => {
  it.each<[Condition, string]>([
    [isEvent, '”Vad gäller ansökan?” är ”Ett evenemang”'],
    [
      { op: 'in', field: '/application/kind', value: ['drift', 'evenemang'] },
      '”Vad gäller ansökan?” är ”Löpande drift” eller ”Ett evenemang”'
    ],
    [{ op: 'gt', field: '/application/total', value: 5_000_000 }, '”Summa” är mer än 5 000 000'],
    [{ op: 'not', args: [named] }, '”Föreningens namn” är inte besvarad'],
    [{ op: 'not', args: [isEvent] }, 'det gäller inte att ”Vad gäller ansökan?” är ”Ett evenemang”'],
    [
      { op: 'and', args: [named, { op: 'or', args: [isEvent, named] }] },
      '”Föreningens namn” är besvarad och (”Vad gäller ansökan?” är ”Ett evenemang” eller ”Föreningens namn” är besvarad)'
    ],
    [{ op: 'before', field: '/application/eventDate', value: { from: '/case/today' } }, '”Dag” är före dagens datum'],
    [{ op: 'after', field: '/application/eventDate', value: '2026-05-01' }, '”Dag” är efter 1 maj 2026'],
    [{ op: 'olderThanDays', field: '/application/eventDate', value: 30 }, '”Dag” är mer än 30 dagar före dagens datum'],
    [{ op: 'some', list: '/application/budget', where: isFood }, 'för någon rad i ”Budget” gäller att ”Post” är ”mat”'],
    [
      {
        op: 'count',
        list: '/application/budget',
        where: { op: 'gt', item: '/amount', value: 100_050 },
        is: 'ge',
        value: 2
      },
      'antalet rader i ”Budget” där ”Belopp” är mer än 1 000,50 kr är minst 2'
    ],
    [{ op: 'ref', condition: 'stor-budget' }, 'villkoret ”stor-budget” gäller'],
    [{ op: 'between', field: '/application/gone', value: [1, 2] }, '”application gone” är från 1 till 2'],
    [{ op: 'eq', field: '/fields/decision', value: 'avslag' }, '”Utgången i beslutet” är ”Avslag”'],
    [{ op: 'eq', field: '/fields/told', value: 'nej' }, '”told” är ”nej”']
  ])('%j', (condition, told) => expect(sv(condition)).toBe(told));

  it('is told in English, with Swedish where a label is missing', () => {
    expect(en({ op: 'or', args: [isEvent, { op: 'empty', field: '/application/name' }] })).toBe(
      '“What is it for?” is “An event” or “Föreningens namn” is empty'
    );
  });

  it('names the row of the list that a control stands in', () => {
    expect(sentence(isFood, describeIn('sv'), 'sv', '/application/budget')).toBe('”Post” är ”mat”');
  });
});

describe('a value as text', () => {
  it.each<[Value, string]>([
    [
      { calc: 'sum', list: '/application/budget', item: '/amount', where: isFood },
      'summan av ”Belopp” i ”Budget” där ”Post” är ”mat”'
    ],
    [
      { calc: 'round', value: { calc: 'divide', args: [{ from: '/application/total' }, 3] } },
      '(”Summa” ÷ 3) avrundat till heltal'
    ],
    [
      { calc: 'if', condition: isEvent, then: 1, else: true },
      '1 om ”Vad gäller ansökan?” är ”Ett evenemang”, annars Ja'
    ],
    [
      { calc: 'daysBetween', args: [{ from: '/case/openedOn' }, { from: '/case/today' }] },
      'antalet dagar från dagen då ärendet öppnades till dagens datum'
    ],
    [{ calc: 'max', args: [1, 2, { calc: 'add', args: [1, 2] }] }, 'det största av 1, 2 och (1 + 2)']
  ])('%j', (value, told) => expect(valueSentence(value, describeIn('sv'), 'sv')).toBe(told));
});
