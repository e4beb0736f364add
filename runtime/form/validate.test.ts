import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Form, PropertySchema, UiBlock } from '../definition/types.ts';
import { workedExample } from '../testing/case-types.ts';
import { compileForm } from './compile-form.ts';
import type { Environment } from './model.ts';
import { validateAnswers } from './validate.server.ts';

const env: Environment = { data: {}, today: '2026-11-21', conditions: {} };
const application = compileForm(workedExample().forms.application);
const faultsOf = (answers: JsonObject) => validateAnswers(application, 'application', answers, env).faults;
const told = (answers: JsonObject): string[] => faultsOf(answers).map(({ pointer, code }) => `${pointer} ${code}`);

const good: JsonObject = {
  name: 'IF Test',
  kind: 'evenemang',
  eventDate: '2026-06-01',
  budget: [{ post: 'mat', permit: 'ja', amount: 120_000 }]
};

describe('answers', () => {
  it('without fault have none', () => expect(told(good)).toEqual([]));

  it('that are missing are faults where they are shown, in the order of the page', () => {
    expect(told({})).toEqual(['/name required', '/kind required', '/budget required']);
    expect(told({ kind: 'evenemang', budget: [{ post: 'mat' }] })).toEqual([
      '/name required',
      '/eventDate required',
      '/budget/0/permit required',
      '/budget/0/amount required'
    ]);
  });

  it('that are hidden are no faults, whatever they hold', () => {
    const hidden = {
      name: 'x',
      kind: 'drift',
      eventDate: 'skräp',
      budget: [{ post: 'mat', permit: 7, what: [], amount: 5 }]
    };
    expect(told(hidden)).toEqual([]);
  });

  it('that are blank are missing', () => {
    expect(told({ ...good, name: '  ', budget: [] })).toEqual(['/name required', '/budget required']);
  });

  it('that could not be read are refused by kind', () => {
    expect(faultsOf({ ...good, eventDate: 'i morgon', budget: [{ post: 'lokal', amount: 'tolv' }] })).toEqual([
      { pointer: '/eventDate', code: 'format', params: { kind: 'date' } },
      { pointer: '/budget/0/amount', code: 'type', params: { kind: 'money' } }
    ]);
  });

  it('beyond a limit tell the limit', () => {
    expect(faultsOf({ ...good, name: 'x'.repeat(121) })).toEqual([
      { pointer: '/name', code: 'maxLength', params: { kind: 'text', limit: 120 } }
    ]);
  });

  it('have one fault for each pointer', () => {
    expect(told({ ...good, kind: 7 })).toEqual(['/kind type']);
  });
});

/** A form of one page with one control. */
function formOf(kind: string, schema: PropertySchema, more: readonly UiBlock[] = []): Form {
  const control = { type: 'Control', id: 'q', scope: '#/properties/q', options: { kind } };
  const elements = [{ type: 'Category', id: 'page', elements: [control, ...more] }];
  return JSON.parse(
    JSON.stringify({
      schema: { type: 'object', additionalProperties: false, required: ['q'], properties: { q: schema } },
      ui: { type: 'Categorization', id: 'form', elements }
    })
  );
}

const check = (form: Form, q: Json): string[] =>
  validateAnswers(compileForm(form), 'application', { q }, env).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('an answer of several parts', () => {
  const days: PropertySchema = { type: 'string', format: 'date' };
  const period = formOf('period', {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'to'],
    properties: { from: days, to: days }
  });

  it('must have the parts that its schema demands', () => {
    expect(check(period, { from: '2026-01-01' })).toEqual(['/q/to required']);
    expect(check(period, {})).toEqual(['/q required']);
  });

  it('may be refused by its kind for what no schema can say', () => {
    expect(check(period, { from: '2026-01-02', to: '2026-01-01' })).toEqual(['/q order']);
    expect(check(period, { from: '2026-01-02', to: '2026-01-02' })).toEqual([]);
    expect(check(period, { from: '2026-01-02', to: 'sen' })).toEqual(['/q/to format']);
  });

  it('tells the kind and the part', () => {
    const { faults } = validateAnswers(compileForm(period), 'application', { q: { from: '2026-01-01' } }, env);
    expect(faults[0]?.params).toEqual({ kind: 'period', part: 'to' });
  });
});

describe('an answer that ends the application', () => {
  it('is a fault with the text that says so', () => {
    const form = formOf('yes-no', { type: 'boolean' }, [
      {
        type: 'Label',
        id: 'ring112',
        options: { kind: 'stop' },
        visibleWhen: { op: 'eq', field: '/application/q', value: true }
      }
    ]);
    expect(check(form, false)).toEqual([]);
    expect(validateAnswers(compileForm(form), 'application', { q: true }, env).faults).toEqual([
      { pointer: '', code: 'stopped', params: { element: 'ring112' } }
    ]);
  });
});

describe("an administrator's pattern", () => {
  it('cannot hang the server, whatever it is', () => {
    const form = formOf('text', { type: 'string', maxLength: 100_000, pattern: '^(a+)+$' });
    const started = performance.now();
    expect(check(form, `${'a'.repeat(50_000)}!`)).toEqual(['/q pattern']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('two patterns', () => {
  it('are not taken for each other', () => {
    expect(check(formOf('text', { type: 'string', maxLength: 9, pattern: '^[0-9]+$' }), 'abc')).toEqual(['/q pattern']);
    expect(check(formOf('text', { type: 'string', maxLength: 9, pattern: '^[a-z]+$' }), 'abc')).toEqual([]);
  });
});

describe('hostile answers', () => {
  const hostile: string[] = [
    '{"__proto__":{"name":"x"}}',
    '{"constructor":{"prototype":{}},"toString":1}',
    '{"name":{"__proto__":{"a":1}}}',
    '{"name":null,"kind":[[]],"budget":{"0":{"post":"mat"}}}',
    '{"budget":[null,[],"x",{"__proto__":[]},{"constructor":1}]}',
    `{"budget":[${'{},'.repeat(5_000)}{}]}`,
    `{"name":"${'x'.repeat(1_000_000)}"}`,
    `{"name":${'['.repeat(3_000)}${']'.repeat(3_000)}}`,
    '{"budget":[{"amount":1e308},{"amount":-0},{"amount":1e-320}]}'
  ];
  it.each(hostile)('%.60s are refused, not run', (text) => {
    expect(told(JSON.parse(text)).length).toBeGreaterThan(0);
    expect({}).not.toHaveProperty('name');
  });
});
