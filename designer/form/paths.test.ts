import { describe, expect, it } from 'vitest';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import type { Condition, Form } from '#runtime/definition/types.ts';
import { pathsThrough } from './paths.ts';

const env = { data: {}, today: '2026-11-21', conditions: {} };
const { application } = workedExample().forms;
const told = (form: Form, conditions: Record<string, Condition> = {}) =>
  pathsThrough(form, 'application', { ...env, conditions }).paths.map(
    ({ decisions, pages }) =>
      `${decisions.map(({ id, answers }) => `${id}=${answers.map(({ answer }) => String(answer)).join('|')}`).join(' ')}: ${pages.map(({ id, questions }) => `${id} ${questions}`).join(', ')}`
  );

/** A form with a number that decides, by a named condition, whether a page and a stop show. */
const deciding: Form = {
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { sum: { type: 'integer' }, why: { type: 'string', maxLength: 9 } },
    required: ['sum']
  },
  ui: {
    type: 'Categorization',
    id: 'form',
    elements: [
      {
        type: 'Category',
        id: 'one',
        elements: [{ type: 'Control', id: 'sum', scope: '#/properties/sum', options: { kind: 'number' } }]
      },
      {
        type: 'Category',
        id: 'two',
        visibleWhen: { op: 'ref', condition: 'large' },
        elements: [
          { type: 'Control', id: 'why', scope: '#/properties/why', options: { kind: 'text' } },
          {
            type: 'Label',
            id: 'end',
            options: { kind: 'stop' },
            visibleWhen: { op: 'gt', field: '/application/sum', value: 100 }
          }
        ]
      }
    ]
  }
};
const large: Condition = { op: 'ge', field: '/application/sum', value: 50 };

describe('the paths through a form', () => {
  it('are one for each thing that can be shown, told by the answers that decide it', () =>
    expect(told(application)).toEqual(['kind=evenemang: om 4, pengar 1', 'kind=drift: om 3, pengar 1']));

  it('try numbers on both sides of what they are compared with, through named conditions too', () => {
    const { paths } = pathsThrough(deciding, 'application', { ...env, conditions: { large } });
    expect(paths.map(({ pages }) => pages.map(({ id }) => id).join(' '))).toEqual(['one', 'one two', 'one two']);
    expect(paths.map(({ decisions }) => decisions.map(({ answers }) => answers.length))).toEqual([[1], [4], [1]]);
    expect(paths.map(({ stop }) => stop)).toEqual([undefined, undefined, 'end']);
  });

  it('are capped, and say so', () => {
    const many = Array.from({ length: 12 }, (_, index) => `q${index}`);
    const wide: Form = {
      schema: {
        type: 'object',
        additionalProperties: false,
        required: many,
        properties: Object.fromEntries(many.map((key) => [key, { type: 'boolean' }]))
      },
      ui: {
        type: 'Categorization',
        id: 'form',
        elements: [
          {
            type: 'Category',
            id: 'page',
            elements: many.flatMap((key) => [
              { type: 'Control' as const, id: key, scope: `#/properties/${key}`, options: { kind: 'yes-no' as const } },
              {
                type: 'Label' as const,
                id: `${key}-said`,
                options: { kind: 'information' as const },
                visibleWhen: { op: 'eq' as const, field: `/application/${key}`, value: true }
              }
            ])
          }
        ]
      }
    };
    const { paths, isCapped } = pathsThrough(wide, 'application', env);
    expect([paths.length, isCapped]).toEqual([200, true]);
  });

  it('are told of every shipped form', async () => {
    for (const [slug, { forms, settings }] of await shippedCaseTypes())
      for (const [key, form] of Object.entries(forms))
        expect(
          pathsThrough(form, key, { ...env, conditions: settings.conditions ?? {} }).paths.length,
          `${slug} ${key}`
        ).toBeGreaterThan(0);
  });
});
