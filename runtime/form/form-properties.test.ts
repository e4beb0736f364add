import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Condition, Control, Form, PropertySchema, UiBlock } from '../definition/types.ts';
import { compileForm, templateOf } from './compile-form.ts';
import { isBlank } from './is-blank.ts';
import type { Environment } from './model.ts';
import { parsePosted } from './parse-posted.ts';
import { at } from './pointer.ts';
import { project } from './project.ts';
import { validateAnswers } from './validate.server.ts';

const env: Environment = { data: {}, today: '2026-11-21', conditions: {} };
const KEYS = ['a', 'b', 'c', 'd', 'e'] as const;

const condition: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.record({
      op: fc.constantFrom('eq', 'ne'),
      field: fc.constantFrom(...KEYS.map((key) => `/application/${key}`)),
      value: fc.constantFrom('x', true, 1)
    }),
    fc.record({ op: fc.constant('answered'), item: fc.constantFrom('/a', '/b') }),
    fc.constant<Condition>({ op: 'some', list: '/application/e', where: { op: 'eq', item: '/a', value: 'x' } })
  )
  .map((made): Condition => JSON.parse(JSON.stringify(made)));

const SIMPLE: Readonly<Record<string, PropertySchema>> = {
  text: { type: 'string', maxLength: 20, minLength: 1 },
  'yes-no': { type: 'boolean' },
  number: { type: 'integer', minimum: 0 }
};

interface Question {
  readonly key: string;
  readonly kind: 'text' | 'yes-no' | 'number' | 'calculated' | 'repeating-group';
  readonly required: boolean;
  readonly visibleWhen: Condition | undefined;
  readonly rows: readonly Question[];
}

const question = (key: string, depth: number): fc.Arbitrary<Question> =>
  fc.record({
    key: fc.constant(key),
    kind: fc.constantFrom(
      'text',
      'yes-no',
      'number',
      'calculated',
      ...(depth > 0 ? (['repeating-group'] as const) : [])
    ),
    required: fc.boolean(),
    visibleWhen: fc.option(condition, { nil: undefined }),
    rows: depth > 0 ? fc.tuple(...['a', 'b', 'c'].map((inner) => question(inner, depth - 1))) : fc.constant([])
  });

const schemaOf = ({ kind, rows }: Question): PropertySchema => {
  if (kind === 'repeating-group') return { type: 'array', maxItems: 4, items: objectOf(rows) };
  return SIMPLE[kind] ?? { type: 'integer' };
};

const objectOf = (questions: readonly Question[]) => ({
  type: 'object' as const,
  additionalProperties: false as const,
  required: questions.filter(({ required }) => required).map(({ key }) => key),
  properties: Object.fromEntries(questions.map((each) => [each.key, schemaOf(each)]))
});

const controlOf = (each: Question): Control => {
  const options: Control['options'] =
    each.kind === 'repeating-group'
      ? { kind: each.kind, detail: { type: 'Group', id: `row-${each.key}`, elements: each.rows.map(controlOf) } }
      : each.kind === 'calculated'
        ? { kind: each.kind, value: { calc: 'add', args: [{ from: '/application/a' }, 1] } }
        : { kind: each.kind };
  const control: Control = { type: 'Control', id: each.key, scope: `#/properties/${each.key}`, options };
  return each.visibleWhen ? { ...control, visibleWhen: each.visibleWhen } : control;
};

/** A form of two pages, one of them and a group in it perhaps hidden. */
const form: fc.Arbitrary<Form> = fc
  .tuple(fc.tuple(...KEYS.map((key) => question(key, 1))), fc.option(condition, { nil: undefined }))
  .map(([questions, hides]) => {
    const [first, ...rest] = questions.map(controlOf);
    const group: UiBlock = { type: 'Group', id: 'group', elements: rest, ...(hides && { visibleWhen: hides }) };
    return {
      schema: objectOf(questions),
      ui: {
        type: 'Categorization',
        id: 'form',
        elements: [
          { type: 'Category', id: 'one', elements: first ? [first] : [] },
          { type: 'Category', id: 'two', elements: [group] }
        ]
      }
    };
  });

const plain = fc.constantFrom<Json>('x', 'y', '', ' ', true, false, 0, 1, -1, null);
const row = fc.dictionary(fc.constantFrom('a', 'b', 'c'), plain);
const value: fc.Arbitrary<Json> = fc.oneof(plain, fc.array(row, { maxLength: 5 }), row);
const answers: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom(...KEYS), value);

describe('any form with any answers', () => {
  it('demands exactly what it shows, must have and has not', () => {
    fc.assert(
      fc.property(form, answers, (any, given) => {
        const compiled = compileForm(any);
        const { faults, projection } = validateAnswers(compiled, 'application', given, env);
        const demanded = projection.controls
          .map(({ pointer }) => pointer)
          .filter((pointer) => compiled.byTemplate.get(templateOf(pointer))?.required)
          .filter((pointer) => isBlank(at(projection.answers, pointer)));
        expect(faults.filter(({ code }) => code === 'required').map(({ pointer }) => pointer)).toEqual(demanded);
      }),
      { numRuns: 100 }
    );
  });

  it('has answers that project to themselves, and shows the same for them', () => {
    fc.assert(
      fc.property(form, answers, (any, given) => {
        const once = project(any, 'application', given, env);
        expect(project(any, 'application', once.answers, env)).toEqual(once);
      }),
      { numRuns: 100 }
    );
  });

  it('keeps no answer of what it does not show', () => {
    fc.assert(
      fc.property(form, answers, (any, given) => {
        const { answers: kept, controls } = project(any, 'application', given, env);
        const shown = new Set(controls.map(({ pointer }) => pointer));
        expect(Object.keys(kept).filter((key) => !shown.has(`/${key}`))).toEqual([]);
      }),
      { numRuns: 100 }
    );
  });

  it('takes its own answers back from a post that has no fields', () => {
    fc.assert(
      fc.property(form, answers, (any, given) => {
        expect(parsePosted(compileForm(any), [], given, { today: env.today }).answers).toEqual(given);
      })
    );
  });
});

describe('anything at all', () => {
  const hostileKey = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'length', '0', ...KEYS);
  const hostile = fc
    .letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('json')),
        fc
          .array(fc.tuple(hostileKey, tie('json')))
          .map((pairs) => pairs.map(([key, inner]) => `${JSON.stringify(key)}:${JSON.stringify(inner)}`))
          .map((pairs) => JSON.parse(`{${pairs.join(',')}}`))
      )
    }))
    .json.map((json): JsonObject => JSON.parse(JSON.stringify({ a: json, b: json, e: [json, { a: json }] })));

  it('as answers is validated without a crash, and reaches no prototype', () => {
    fc.assert(
      fc.property(form, hostile, (any, given) => {
        const { answers: kept, faults } = validateAnswers(compileForm(any), 'application', given, env);
        expect(Array.isArray(faults)).toBe(true);
        expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 100 }
    );
  });

  it('as posted fields is read without a crash', () => {
    const name = fc.oneof(
      fc.constantFrom('/a', '/e/0/a', '/e/3/b', '/e/__proto__/a', '/__proto__', 'add-row', 'remove-row', '/e/0'),
      fc.string()
    );
    const pairs = fc.array(fc.tuple(name, fc.oneof(fc.string(), fc.constantFrom('/e', '/e/0', '1', 'true'))));
    fc.assert(
      fc.property(form, answers, pairs, (any, given, fields) => {
        const posted = parsePosted(compileForm(any), fields, given, { today: env.today });
        expect(typeof posted.answers).toBe('object');
        expect(Object.keys(posted.answers).every((key) => KEYS.some((known) => known === key))).toBe(true);
      }),
      { numRuns: 100 }
    );
  });
});
