import { describe, expect, it } from 'vitest';
import type { Form } from '../definition/types.ts';
import { prefill, stillPrefilled } from './prefill.ts';

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
