import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../definition/json.ts';
import type { Form } from '../definition/types.ts';
import { workedExample } from '../testing/case-types.ts';
import { compileForm } from './compile-form.ts';
import { parsePosted, type PostedScope } from './parse-posted.ts';

const application = compileForm(workedExample().forms.application);
const scope: PostedScope = { today: '2026-11-21' };
type Fields = Readonly<Record<string, string | readonly string[]>>;
const entries = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]));
const post = (fields: Fields, previous: JsonObject = {}, page?: string) =>
  parsePosted(application, entries(fields), previous, { ...scope, ...(page !== undefined && { page }) });

describe('a posted page', () => {
  it('becomes answers', () => {
    const { answers } = post({
      '/name': ' IF  Test ',
      '/kind': 'drift',
      '/budget/0/post': 'mat',
      '/budget/0/amount': '1 234,50 kr'
    });
    expect(answers).toEqual({ name: 'IF Test', kind: 'drift', budget: [{ post: 'mat', amount: 123_450 }] });
  });

  it('keeps what cannot be read as it was typed', () => {
    expect(post({ '/eventDate': 'nästa fredag', '/budget/0/amount': 'tolv' }).answers).toEqual({
      eventDate: 'nästa fredag',
      budget: [{ amount: 'tolv' }]
    });
  });

  it('takes away an answer whose field was emptied', () => {
    expect(post({ '/name': '' }, { name: 'IF Test', kind: 'drift' }).answers).toEqual({ kind: 'drift' });
  });

  it('leaves the answers of other pages and of controls that it did not show', () => {
    const previous = { name: 'IF Test', eventDate: '2026-06-01', budget: [{ amount: 5 }] };
    expect(post({ '/kind': 'drift', '/budget/0/amount': '7' }, previous, 'om').answers).toEqual({
      ...previous,
      kind: 'drift'
    });
  });

  it('reads no name but those of its controls', () => {
    const names = [
      '/other',
      '/__proto__/x',
      '/constructor',
      '/budget/0/__proto__',
      '/budget/99999999/amount',
      '/budget/-1/amount',
      '/total',
      'name'
    ];
    const { answers } = post(Object.fromEntries(names.map((name) => [name, '1'])));
    expect(answers).toEqual({});
    expect({}).not.toHaveProperty('x');
  });

  it('makes no more rows than there may be', () => {
    expect(post({ '/budget/50/amount': '1' }).answers).toEqual({});
    expect(post({ '/budget/49/amount': '1' }).answers['budget']).toHaveLength(50);
  });

  it('changes nothing of what it was given', () => {
    const previous = Object.freeze({ budget: Object.freeze([Object.freeze({ amount: 5 })]) });
    const copy: JsonObject = JSON.parse(JSON.stringify(previous));
    post({ '/budget/0/amount': '7', 'add-row': '/budget' }, copy);
    expect(copy).toEqual(previous);
  });
});

describe('a row button', () => {
  it('adds a row after what was typed is kept', () => {
    expect(post({ '/budget/0/amount': '5', 'add-row': '/budget' })).toEqual({
      answers: { budget: [{ amount: 500 }, {}] },
      row: { change: 'added', list: '/budget', index: 1 }
    });
  });

  it('adds the first row of a list', () => {
    expect(post({ 'add-row': '/budget' }).answers).toEqual({ budget: [{}] });
  });

  it('removes the row that it names, with what was typed in it', () => {
    const fields = { '/budget/0/amount': '5', '/budget/1/amount': '6', 'remove-row': '/budget/0' };
    expect(post(fields)).toEqual({
      answers: { budget: [{ amount: 600 }] },
      row: { change: 'removed', list: '/budget', index: 0 }
    });
    expect(post({ 'remove-row': '/budget/0' }, { budget: [{}] }).answers).toEqual({});
  });

  it.each(['/name', '/budget/0', '/gone', '', '/__proto__', '/budget/x'])('that names %s does nothing', (pointer) => {
    expect(post({ 'add-row': pointer }).row).toBeUndefined();
    expect(post({ 'remove-row': pointer }).row).toBeUndefined();
  });

  it('does nothing beyond the most rows, or on another page', () => {
    const full = { budget: Array.from({ length: 50 }, () => ({})) };
    expect(post({ 'add-row': '/budget' }, full).row).toBeUndefined();
    expect(post({ 'add-row': '/budget' }, {}, 'om').row).toBeUndefined();
  });
});

const text = { type: 'string', maxLength: 100 } as const;
const partsForm: Form = {
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      where: {
        type: 'object',
        additionalProperties: false,
        properties: { street: text, postalCode: { ...text, format: 'postal-code' }, city: text }
      },
      photos: {
        type: 'array',
        maxItems: 3,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'name', 'size', 'type'],
          properties: { id: text, name: text, size: { type: 'integer' }, type: text, tag: text }
        }
      },
      ok: { type: 'boolean', const: true }
    }
  },
  ui: {
    type: 'Categorization',
    id: 'form',
    elements: [
      {
        type: 'Category',
        id: 'page',
        elements: [
          { type: 'Control', id: 'where', scope: '#/properties/where', options: { kind: 'address' } },
          {
            type: 'Control',
            id: 'photos',
            scope: '#/properties/photos',
            options: { kind: 'file', types: ['image/png'], maxCount: 3, maxBytes: 1000, tags: ['karta'] }
          },
          { type: 'Control', id: 'ok', scope: '#/properties/ok', options: { kind: 'consent' } }
        ]
      }
    ]
  }
};
const parts = compileForm(partsForm);
const photo = { id: 'f1', name: 'a.png', size: 5, type: 'image/png' };

describe('an answer of several parts', () => {
  it('is read part by part, those that the form asks for', () => {
    const fields = {
      '/where/street': 'Storgatan 1',
      '/where/postalCode': '852 30',
      '/where/city': '',
      '/where/country': 'Norge'
    };
    expect(parsePosted(parts, entries(fields), {}, scope).answers).toEqual({
      where: { street: 'Storgatan 1', postalCode: '85230' }
    });
  });
  it('is none when every part is empty', () => {
    const fields = { '/where/street': '', '/where/postalCode': ' ', '/where/city': '' };
    expect(parsePosted(parts, entries(fields), { where: { city: 'Umeå' } }, scope).answers).toEqual({});
  });
});

describe('files', () => {
  it('come from uploads, are tagged by text, and never made by it', () => {
    const fields = { '/photos/0/tag': 'karta', '/photos/0/name': '../../etc', '/photos/1/id': 'x', '/photos': 'f9' };
    const files = [
      { pointer: '/photos', file: photo },
      { pointer: '/where', file: photo }
    ];
    expect(parsePosted(parts, entries(fields), {}, { ...scope, files }).answers).toEqual({
      photos: [{ ...photo, tag: 'karta' }]
    });
  });
  it('are removed by their button', () => {
    const { answers } = parsePosted(parts, entries({ 'remove-row': '/photos/0' }), { photos: [photo] }, scope);
    expect(answers).toEqual({});
  });
});

describe('a box that was ticked and is no more', () => {
  it('is told by the hidden empty field of its name', () => {
    expect(parsePosted(parts, entries({ '/ok': ['', 'true'] }), {}, scope).answers).toEqual({ ok: true });
    expect(parsePosted(parts, entries({ '/ok': '' }), { ok: true }, scope).answers).toEqual({});
    expect(parsePosted(parts, entries({}), { ok: true }, scope).answers).toEqual({ ok: true });
  });
});
