import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../definition/json.ts';
import type { Form } from '../../definition/types.ts';
import { HOSTILE_VALUES, KIND_SAMPLES, type PostedSample } from '../../testing/kind-samples.ts';
import { answersView } from '../answers-view.ts';
import { compileForm, type Field } from '../compile-form.ts';
import type { Environment } from '../model.ts';
import { parsePosted } from '../parse-posted.ts';
import { project } from '../project.ts';
import { snapshot } from '../snapshot.ts';
import { validateAnswers } from '../validate.server.ts';
import { isBuilt, KINDS, type BuiltKind } from './registry.ts';

const env: Environment = { data: {}, today: '2026-11-21', conditions: {} };
const text = (key: string): string | undefined => /\.option\.(.*)/.exec(key)?.[1]?.replace(/.*/, '«$&»');

/** What a kind that needs more than its name has in a form. */
const OPTIONS: Readonly<Record<string, object>> = {
  file: { types: ['image/png'], maxCount: 3, maxBytes: 1000 },
  calculated: { value: 7 },
  'searchable-list': { source: 'options' },
  'repeating-group': { detail: { type: 'Group', id: 'row', elements: [] } },
  table: { detail: { type: 'Group', id: 'row', elements: [] } }
};

/** A form that asks for one answer, which must be given, by the schema that the kind brings. */
function formOf(kind: BuiltKind): Form {
  const control = { type: 'Control', id: 'q', scope: '#/properties/q', options: { kind, ...OPTIONS[kind] } };
  return JSON.parse(
    JSON.stringify({
      schema: { type: 'object', additionalProperties: false, required: ['q'], properties: { q: KINDS[kind].schema } },
      ui: { type: 'Categorization', id: 'f', elements: [{ type: 'Category', id: 'p', elements: [control] }] }
    })
  );
}

const names = Object.keys(KINDS).filter(isBuilt);
const asking = names.filter((kind) => KINDS[kind].schema !== null);

describe.each(asking)('%s', (kind) => {
  const compiled = compileForm(formOf(kind));
  const [field] = compiled.fields;
  const post = (posted: PostedSample) => {
    const entries = Object.entries(posted).map(([part, value]): [string, string] => [
      part ? `/q/${part}` : '/q',
      value
    ]);
    return parsePosted(compiled, entries, {}, { today: env.today }).answers;
  };
  const faults = (answers: Record<string, Json>) =>
    validateAnswers(compiled, 'application', answers, env).faults.map(({ pointer, code }) => `${pointer} ${code}`);
  const draw = (q: Json, language: string): readonly string[] => {
    const source = { compiled, formKey: 'application', language, text, caseType: 'hash' };
    const kept = snapshot(source, project(compiled.form, 'application', { q }, env));
    const [line] = answersView(kept).flatMap(({ items }) => items);
    return line?.type === 'answer' ? line.value.map((part) => part.replace(/\s/g, ' ')) : [];
  };
  const sample = KIND_SAMPLES[kind];

  it('has no answer when nothing is sent, and is missed where it is asked', () => {
    const blank = Object.fromEntries(['', ...Object.keys(KINDS[kind].parts ?? {})].map((part) => [part, ' ']));
    expect(post(blank)).toEqual({});
    expect(faults({})).toEqual(KINDS[kind].asks ? ['/q required'] : []);
  });

  it.runIf(sample)('reads what is right, accepts it and prints it', () => {
    if (!sample) return;
    expect(post(sample.posted)).toEqual({ q: sample.value });
    expect(faults({ q: sample.value })).toEqual([]);
    expect(draw(sample.value, 'sv')).toEqual(sample.sv);
    expect(draw(sample.value, 'en')).toEqual(sample.en);
  });

  it.runIf(sample)('keeps what is wrong and says so', () => {
    if (!sample) return;
    const kept = post(sample.wrong.posted);
    expect(JSON.stringify(kept)).toContain(
      JSON.stringify(Object.values(sample.wrong.posted).findLast(Boolean)?.slice(0, 9)).slice(1, -1)
    );
    expect(faults(kept)).toEqual([`/q${sample.wrong.part ? `/${sample.wrong.part}` : ''} ${sample.wrong.code}`]);
  });

  it('takes any value without a crash, prints it as text, and accepts none that its schema does not', () => {
    for (const value of HOSTILE_VALUES) {
      for (const language of ['sv', 'en', 'xx', '__proto__'])
        for (const line of draw(value, language)) expect(typeof line).toBe('string');
      expect(typeof KINDS[kind].write(value, 'sv')).toBe('string');
      faults({ q: value });
    }
    expect({}).not.toHaveProperty('polluted');
  });

  it.runIf(field?.kind.asks)('takes any text without a crash, and what it accepts it writes and reads back', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+ 0-9.,:/]{0,16}$/)),
        (typed) => {
          const keys = field?.parts.map(({ key }) => key) ?? [];
          const answers = post(Object.fromEntries((keys.length > 0 ? keys : ['']).map((key) => [key, typed])));
          if (!field || keys.length > 0 || faults(answers).length > 0) return;
          for (const language of ['sv', 'en'])
            expect(reread(field, answers['q'] ?? null, language)).toEqual(answers['q']);
        }
      ),
      { numRuns: 60 }
    );
  });
});

/** Parses what the kind writes; a list of options is posted one by one. */
function reread({ kind, schema }: Field, value: Json, language: string): Json | undefined {
  const texts = Array.isArray(value) ? value.map(String) : [kind.write(value, language)];
  return kind.parse(texts, { schema, today: env.today });
}

describe('every kind with a field of its own', () => {
  it('has a sample', () => {
    const without = names.filter(
      (kind) => KINDS[kind].asks && !KINDS[kind].rows && !KINDS[kind].files && !KIND_SAMPLES[kind]
    );
    expect(without).toEqual([]);
  });
});
