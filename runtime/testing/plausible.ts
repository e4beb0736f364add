import type { Json, JsonObject } from '../definition/json.ts';
import type { Form, PropertySchema, StringSchema, TypedSchema } from '../definition/types.ts';
import { compileForm, templateOf } from '../form/compile-form.ts';
import type { Answers, Environment } from '../form/model.ts';
import { at, put } from '../form/pointer.ts';
import { project } from '../form/project.ts';
import { addDays } from '../time/day.ts';

/** Answers that differ from the plausible ones, by template of their pointer. */
export type Choices = Readonly<Record<string, Json>>;

/** A form that a test fills in. */
export interface Paper {
  readonly form: Form;
  readonly key: string;
  readonly env: Environment;
}

const MOST_ROUNDS = 12;

/**
 * Answers to everything that a form shows, as a careful person could give them: each choice the first, each date in two
 * weeks, each text a word. What an answer makes visible is answered too. Not always valid: a form may ask for more than a schema says.
 */
export function plausibleAnswers({ form, key, env }: Paper, choices: Choices = {}): Answers {
  const { byTemplate } = compileForm(form);
  let answers: Answers = {};
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = project(form, key, answers, env).controls.filter(({ pointer }) => at(answers, pointer) === undefined);
    const before = answers;
    for (const { pointer } of open) {
      const field = byTemplate.get(templateOf(pointer));
      if (!field?.kind.asks && !field?.kind.rows) continue;
      const chosen = choices[field.template];
      answers = put(answers, pointer, chosen ?? (field.kind.rows ? [{}] : plausible(field.schema, env.today)));
    }
    if (answers === before) break;
  }
  return answers;
}

/** The plausible answers, and for each choice in them the answers with one of the others taken. */
export function variedAnswers(paper: Paper): Answers[] {
  const base = plausibleAnswers(paper);
  const shown = project(paper.form, paper.key, base, paper.env).controls;
  const others = shown.flatMap(({ pointer }) => {
    const field = compileForm(paper.form).byTemplate.get(templateOf(pointer));
    const options = field ? optionsOf(field.schema) : [];
    return options.slice(1).map((option) => ({ [field?.template ?? '']: option }));
  });
  return [base, ...others.map((choice) => plausibleAnswers(paper, choice))];
}

function optionsOf(schema: TypedSchema): Json[] {
  if (schema.type === 'boolean') return [true, false];
  if (schema.type !== 'string') return [];
  return [
    ...(schema.const ? [schema.const] : []),
    ...(schema.enum ?? []),
    ...(schema.oneOf ?? []).map(({ const: value }) => value)
  ];
}

function plausible(schema: TypedSchema, today: string): Json {
  const [option] = optionsOf(schema);
  if (option !== undefined) return option;
  switch (schema.type) {
    case 'string':
      return plausibleText(schema, today);
    case 'boolean':
      return true;
    case 'array':
      return plausibleList(schema, today);
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties).flatMap(([key, inner]) =>
          isTyped(inner) ? [[key, plausible(inner, today)]] : []
        )
      );
    default:
      return Math.max(schema.minimum ?? 1, Math.min(schema.maximum ?? 10, 10));
  }
}

const isTyped = (schema: PropertySchema): schema is TypedSchema => 'type' in schema;

function plausibleList({ items, minItems = 0 }: Extract<TypedSchema, { type: 'array' }>, today: string): Json[] {
  if (!isTyped(items)) return [];
  const entry = plausible(items, today);
  const isFile = items.type === 'object' && Object.hasOwn(items.properties, 'id');
  return Array.from({ length: Math.max(minItems, 1) }, (_, index) => (isFile ? fileNamed(index) : entry));
}

const fileNamed = (index: number): JsonObject => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name: `ritning-${index}.pdf`,
  size: 1000,
  type: 'application/pdf'
});

const TEXTS: Readonly<Record<NonNullable<StringSchema['format']>, string>> = {
  date: '',
  time: '10:00',
  'date-time': '2026-03-02T10:00:00Z',
  email: 'anna@example.se',
  uri: 'https://example.se/',
  uuid: '00000000-0000-4000-8000-000000000000',
  decimal: '1.5',
  // An official test number.
  'personal-number': '189001019802',
  'organisation-number': '2021005489',
  phone: '0701740605',
  'postal-code': '85230'
};

function plausibleText({ format, minLength = 1, maxLength, pattern }: StringSchema, today: string): string {
  if (format === 'date') return addDays(today, 14);
  if (format) return TEXTS[format];
  const candidates = ['Lorem ipsum'.padEnd(minLength, '.').slice(0, maxLength), 'A1', '1', 'BERGET 1:1', '2026-1'];
  return candidates.find((text) => !pattern || new RegExp(pattern, 'u').test(text)) ?? '';
}
