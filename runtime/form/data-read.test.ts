import { describe, expect, it } from 'vitest';
import type { Form } from '../definition/types.ts';
import { dataReadBy } from './data-read.ts';

const form: Form = {
  schema: { type: 'object', additionalProperties: false, properties: { svar: { type: 'string', maxLength: 10 } } },
  ui: {
    type: 'Categorization',
    id: 'svar',
    elements: [
      {
        type: 'Category',
        id: 'sida',
        visibleWhen: { op: 'ref', condition: 'stor' },
        elements: [
          {
            type: 'Control',
            id: 'svar',
            scope: '#/properties/svar',
            options: { kind: 'text' },
            visibleWhen: { op: 'eq', field: '/application/kind', value: 'x' }
          }
        ]
      }
    ]
  }
};

describe('a form of an event', () => {
  it('is drawn by what its conditions read of the case, and nothing else of it reaches the page', () => {
    const data = { application: { kind: 'x', name: 'Alva', total: 7 }, case: { number: 'BN 1' } };
    const conditions = { stor: { op: 'gt', field: '/application/total', value: 5 } } as const;
    expect(dataReadBy(form, 'svar', { data, conditions })).toEqual({ application: { kind: 'x', total: 7 } });
  });
});
