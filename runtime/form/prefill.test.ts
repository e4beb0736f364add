import { describe, expect, it } from 'vitest';
import type { Control, ControlOptions, Form } from '../definition/types.ts';
import type { Answers } from './model.ts';
import { prefill, prefilledAnswers, prefillFromLast, stillPrefilled } from './prefill.ts';
import { compileForm } from './compile-form.ts';
import { validateAnswers } from './validate.server.ts';

const form: Form = {
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      address: {
        type: 'object',
        properties: { street: { type: 'string' }, city: { type: 'string' } },
        additionalProperties: false
      },
      text: { type: 'string' }
    },
    required: [],
    additionalProperties: false
  },
  ui: {
    type: 'Categorization',
    id: 'form',
    elements: [
      {
        type: 'Category',
        id: 'who',
        elements: [
          { type: 'Control', id: 'name', scope: '#/properties/name', options: { kind: 'text', prefill: 'name' } },
          {
            type: 'Group',
            id: 'home',
            elements: [
              {
                type: 'Control',
                id: 'address',
                scope: '#/properties/address',
                options: { kind: 'address', prefill: 'address' }
              }
            ]
          },
          { type: 'Control', id: 'text', scope: '#/properties/text', options: { kind: 'text' } }
        ]
      }
    ]
  }
};
const known = { name: 'Karin Lindqvist', address: { street: 'Björkvägen 14', city: 'LINDSJÖ' }, phone: '070' };
const fetched = { name: 'Karin Lindqvist', address: { street: 'Björkvägen 14', city: 'LINDSJÖ' } };

describe('a form that asks for what is known', () => {
  it('has it from the start, and nothing that it does not ask for', () => {
    expect(prefill(form, known)).toEqual(fetched);
  });

  it('is empty for one of whom nothing is known', () => {
    expect(prefill(form, {})).toEqual({});
  });

  it('says which answers still are as they were fetched, in whatever order their parts stand', () => {
    const answers = { name: 'Kajsa Lindqvist', address: { city: 'LINDSJÖ', street: 'Björkvägen 14' }, text: 'x' };
    expect(stillPrefilled(form, fetched, fetched)).toEqual(['/name', '/address']);
    expect(stillPrefilled(form, answers, fetched)).toEqual(['/address']);
    expect(stillPrefilled(form, {}, fetched)).toEqual([]);
  });
});

describe('a form that asks again what was answered in the last case', () => {
  const again: Form = {
    schema: {
      type: 'object',
      properties: {
        home: { type: 'string', enum: ['hyresratt', 'bostadsratt'] },
        rooms: { type: 'integer', minimum: 1, maximum: 20 },
        children: {
          type: 'array',
          maxItems: 9,
          items: {
            type: 'object',
            properties: { name: { type: 'string', maxLength: 80 }, days: { type: 'integer', maximum: 30 } },
            required: ['name', 'days'],
            additionalProperties: false
          }
        },
        income: { type: 'integer' },
        truth: { type: 'boolean', const: true }
      },
      required: ['home', 'income', 'truth'],
      additionalProperties: false
    },
    ui: {
      type: 'Categorization',
      id: 'form',
      elements: [
        {
          type: 'Category',
          id: 'household',
          elements: [
            control('home', { kind: 'choose-one', prefill: 'last-case' }),
            control('rooms', { kind: 'number', prefill: 'last-case' }),
            control('children', {
              kind: 'repeating-group',
              prefill: 'last-case',
              detail: {
                type: 'Group',
                id: 'child',
                elements: [control('name', { kind: 'text' }), control('days', { kind: 'number' })]
              }
            }),
            control('income', { kind: 'money' }),
            control('truth', { kind: 'declaration', prefill: 'last-case' })
          ]
        }
      ]
    }
  };
  const children = [{ name: 'Alva', days: 15 }];
  const last = { home: 'hyresratt', rooms: 3, children, income: 12000, truth: true };
  const nothing = { data: {}, today: '2026-11-22', conditions: {} };
  const from = (answers: Answers) =>
    prefillFromLast(again, validateAnswers(compileForm(again), 'application', answers, nothing));

  it('has it from the start, whole lists too, and nothing that is asked anew', () => {
    expect(from(last)).toEqual({ home: 'hyresratt', rooms: 3, children });
  });

  it('makes nobody declare by what they declared last time', () => {
    expect(from(last)).not.toHaveProperty('truth');
  });

  it('leaves out what is no longer a valid answer, and what is no longer asked', () => {
    expect(from({ ...last, home: 'villa', rooms: 99, pets: 2 })).toEqual({ children });
    expect(from({ ...last, children: [{ name: 'Alva', days: 31 }] })).toEqual({ home: 'hyresratt', rooms: 3 });
  });

  it('keeps a list with something missing in it, since the rest can be used', () => {
    expect(from({ children: [{ name: 'Alva' }] })).toEqual({ children: [{ name: 'Alva' }] });
  });

  it('has how they were reached last time, and leaves their name to the register', () => {
    const contact: Form = {
      schema: {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 80 },
          email: { type: 'string', format: 'email', maxLength: 254 },
          phone: { type: 'string', format: 'phone', maxLength: 20 }
        },
        additionalProperties: false
      },
      ui: {
        type: 'Categorization',
        id: 'form',
        elements: [
          {
            type: 'Category',
            id: 'you',
            elements: [
              control('name', { kind: 'text', prefill: 'name' }),
              control('email', { kind: 'email', prefill: 'email' }),
              control('phone', { kind: 'phone', prefill: 'phone' })
            ]
          }
        ]
      }
    };
    const told = { name: 'Karin', email: 'karin@exempel.example', phone: '+46701740605' };
    const validated = validateAnswers(compileForm(contact), 'application', told, nothing);
    expect(prefillFromLast(contact, validated)).toEqual({ email: told.email, phone: told.phone });
  });

  it('says of a list that it still is as it was, until a row of it is changed', () => {
    expect(stillPrefilled(again, last, from(last))).toEqual(['/home', '/rooms', '/children']);
    expect(stillPrefilled(again, { ...last, children: [{ name: 'Alva', days: 20 }] }, from(last))).toEqual([
      '/home',
      '/rooms'
    ]);
  });
});

describe('a draft that is filled in from several places', () => {
  it('holds what all of them gave, also of one object', () => {
    const at = '2026-11-22T09:00:00Z';
    expect(
      prefilledAnswers([
        { source: 'Navet', at, answers: { me: { name: 'Karin' } } },
        { source: 'SN 2026-1', isLastCase: true, at, answers: { me: { phone: '070' }, rooms: 3 } }
      ])
    ).toEqual({ me: { name: 'Karin', phone: '070' }, rooms: 3 });
  });
});

function control(key: string, options: ControlOptions): Control {
  return { type: 'Control', id: key, scope: `#/properties/${key}`, options };
}
