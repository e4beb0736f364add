import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../definition/json.ts';
import type { FieldKind, Form } from '../../definition/types.ts';
import { HOSTILE_VALUES, KIND_SAMPLES, type PostedSample } from '../../testing/kind-samples.ts';
import { answersView } from '../answers-view.ts';
import { compileForm, type Field } from '../compile-form.ts';
import type { Environment } from '../model.ts';
import { parsePosted } from '../parse-posted.ts';
import { project } from '../project.ts';
import { snapshot } from '../snapshot.ts';
import { validateAnswers } from '../validate.server.ts';
import { isKind, KINDS } from './registry.ts';

const env: Environment = { data: {}, today: '2026-11-21', conditions: {} };
const text = (key: string): string | undefined => /\.option\.(.*)/.exec(key)?.[1]?.replace(/.*/, '«$&»');

/** What a kind that needs more than its name has in a form. */
const OPTIONS: Readonly<Record<string, object>> = {
  file: { types: ['image/png'], maxCount: 3, maxBytes: 1000 },
  calculated: { value: 7 },
  payment: { amount: 35_000 },
  'searchable-list': { source: 'options' },
  'repeating-group': { detail: { type: 'Group', id: 'row', elements: [] } },
  table: { detail: { type: 'Group', id: 'row', elements: [] } }
};

/** A form that asks for one answer, which must be given, by the schema that the kind brings. */
function formOf(kind: FieldKind): Form {
  const control = {
    type: 'Control',
    id: 'q',
    scope: '#/properties/q',
    options: { kind, ...OPTIONS[kind], ...KIND_SAMPLES[kind]?.options }
  };
  return JSON.parse(
    JSON.stringify({
      schema: { type: 'object', additionalProperties: false, required: ['q'], properties: { q: KINDS[kind].schema } },
      ui: { type: 'Categorization', id: 'f', elements: [{ type: 'Category', id: 'p', elements: [control] }] }
    })
  );
}

const names = Object.keys(KINDS).filter(isKind);
const asking = names.filter((kind) => KINDS[kind].schema !== null);

/** A form that asks for the kind, and what one does with it. */
function formWith(kind: FieldKind) {
  const compiled = compileForm(formOf(kind));
  const shown = (q: Json) => project(compiled.form, 'application', { q }, env);
  return {
    fields: compiled.fields,
    post(posted: PostedSample) {
      const named = Object.entries(posted).map(([part, value]) => [part ? `/q/${part}` : '/q', value] as const);
      return parsePosted(compiled, named, {}, { today: env.today }).answers;
    },
    faults: (answers: Record<string, Json>) =>
      validateAnswers(compiled, 'application', answers, env).faults.map(({ pointer, code }) => `${pointer} ${code}`),
    draw(q: Json, language: string): readonly string[] {
      const kept = snapshot({ compiled, formKey: 'application', language, text, caseType: 'hash' }, shown(q));
      const [line] = answersView(kept).flatMap(({ items }) => items);
      return line?.type === 'answer' ? line.value.map((part) => part.replace(/\s/g, ' ')) : [];
    }
  };
}

describe.each(asking)('%s', (kind) => {
  const { post, faults, draw, fields } = formWith(kind);
  const { asks, parts, rows, files, write } = KINDS[kind];

  it('has no answer when nothing is sent, and is missed where it is asked', () => {
    expect(post(Object.fromEntries(['', ...Object.keys(parts ?? {})].map((part) => [part, ' '])))).toEqual({});
    expect(faults({})).toEqual(asks ? ['/q required'] : []);
  });

  it('takes any value without a crash, and prints it as text', () => {
    for (const value of HOSTILE_VALUES) {
      for (const language of ['sv', 'en', 'xx', '__proto__'])
        for (const line of draw(value, language)) expect(typeof line).toBe('string');
      expect(typeof write(value, 'sv')).toBe('string');
      expect(Array.isArray(faults({ q: value }))).toBe(true);
    }
    expect({}).not.toHaveProperty('polluted');
  });

  it('accepts no list or object in place of one value', () => {
    const [field] = fields;
    const isOne = asks && !parts && !rows && !files && field?.schema.type !== 'array';
    for (const value of HOSTILE_VALUES)
      if (isOne && typeof value === 'object') expect(faults({ q: value })).not.toEqual([]);
  });

  it('takes any text without a crash, and writes what it accepts so that it reads the same', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+ 0-9.,:/]{0,16}$/));
    fc.assert(
      fc.property(typed, (sent) => {
        const keys = fields.flatMap((field) => field.parts.map(({ key }) => key));
        const answers = post(Object.fromEntries((keys.length > 0 ? keys : ['']).map((key) => [key, sent])));
        const [field] = fields;
        if (!field || keys.length > 0 || faults(answers).length > 0) return;
        for (const language of ['sv', 'en'])
          expect(reread(field, answers['q'] ?? null, language)).toEqual(answers['q']);
      }),
      { numRuns: 60 }
    );
  });
});

const sampled = names.flatMap((kind) => [KIND_SAMPLES[kind] ?? []].flat().map((sample) => ({ kind, sample })));

describe.each(sampled)('$kind', ({ kind, sample }) => {
  const { post, faults, draw } = formWith(kind);

  it('reads what is right, accepts it and prints it', () => {
    expect(post(sample.posted)).toEqual({ q: sample.value });
    expect(faults({ q: sample.value })).toEqual([]);
    expect(draw(sample.value, 'sv')).toEqual(sample.sv);
    expect(draw(sample.value, 'en')).toEqual(sample.en);
  });

  it('keeps what is wrong and says so', () => {
    const { posted, part, code } = sample.wrong;
    const kept = post(posted);
    const last = Object.values(posted).findLast(Boolean) ?? '';
    expect(JSON.stringify(kept)).toContain(last.slice(0, 9));
    expect(faults(kept)).toEqual([`/q${part ? `/${part}` : ''} ${code}`]);
  });
});

/** Parses what the kind writes; a list of options is posted one by one. */
function reread({ kind, schema }: Field, value: Json, language: string): Json | undefined {
  if (!kind.asks) return undefined;
  const texts = Array.isArray(value) ? value.map(String) : [kind.write(value, language)];
  return kind.parse(texts, { schema, today: env.today });
}

describe('every kind with a field of its own', () => {
  it('has a sample', () => {
    const own = names.filter((kind) => KINDS[kind].asks && !KINDS[kind].rows && !KINDS[kind].files);
    expect(sampled.map(({ kind }) => kind).toSorted()).toEqual(own.toSorted());
  });
});
