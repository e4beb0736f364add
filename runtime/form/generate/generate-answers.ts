import type { Json, JsonObject } from '../../definition/json.ts';
import type { Control, Form } from '../../definition/types.ts';
import { compileForm, templateOf, type CompiledForm, type Field } from '../compile-form.ts';
import type { Answers, Environment, Shown } from '../model.ts';
import { at, put } from '../pointer.ts';
import { project } from '../project.ts';
import { freeTimes, timesOf } from '../kinds/booking.ts';
import { kindOf } from '../kinds/registry.ts';
import { listedValues } from '../lists.ts';
import { chanceOf } from './chance.ts';
import { count } from './numbers.ts';
import { personalNumberOf, somebody } from './people.ts';
import { valueOf, type Question } from './values.ts';

/** Which answers are wanted. The same wish gives the same answers, and a question that is added changes no other's. */
export interface Wish {
  readonly seed: number;
  /** `believable` as people answer, `edge` at the limits of what is valid: longest, least, odd letters, as little as may be. */
  readonly style: 'believable' | 'edge';
  /** Answers that are given and kept. */
  readonly given?: Answers;
  /** The label of a question by its id, which tells more than its key. */
  readonly label?: (id: string) => string | undefined;
}

interface Filling extends Wish {
  readonly compiled: CompiledForm;
  readonly formKey: string;
  readonly env: Environment;
  readonly attempt: number;
}

const TIMES_LOOKED_AT = 20;
const MOST_ATTEMPTS = 40;
/** A question is seen when what it waits for is answered: as many rounds as conditions stand on each other. */
const MOST_ROUNDS = 30;

/**
 * Answers to a form that validate, with what is hidden left out and what is calculated computed; undefined when every
 * try ended in an answer that stops the application. Pure. Throws on a form that the check refuses, as `compileForm` does.
 */
export function generateAnswers(form: Form, formKey: string, env: Environment, wish: Wish): Answers | undefined {
  const compiled = compileForm(form);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const answers = filled({ ...wish, compiled, formKey, env, attempt });
    const projection = project(form, formKey, answers, env);
    if (!projection.pages.some(isStopped)) return projection.answers;
  }
  return undefined;
}

function isStopped(shown: Shown): boolean {
  if (shown.type === 'text') return kindOf(shown.element.options.kind).stops === true;
  return (shown.type === 'block' ? shown.children : (shown.rows?.flat() ?? [])).some(isStopped);
}

function filled(filling: Filling): Answers {
  const { compiled, formKey, env } = filling;
  const passed = new Set<string>();
  let answers: Answers = filling.given ?? {};
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = project(compiled.form, formKey, answers, env).controls.filter(
      ({ pointer }) => !passed.has(pointer) && at(answers, pointer) === undefined
    );
    for (const { pointer } of open) {
      passed.add(pointer);
      const value = answerTo(pointer, filling);
      if (value !== undefined) answers = put(answers, pointer, value);
    }
    if (open.length === 0) break;
  }
  return answers;
}

function answerTo(pointer: string, filling: Filling): Json | undefined {
  const field = filling.compiled.byTemplate.get(templateOf(pointer));
  if (!field?.kind.asks) return undefined;
  const question = questionAt(pointer, field, filling);
  const isOptional = !field.required && !field.template.includes('/*');
  if (isOptional && !question.chance.happens(question.isEdge ? 35 : 80)) return undefined;
  if (timesOf(field.element.options).length > 0) return question.chance.pick(timesToBook(field, filling));
  const listed = listedValues(field.element.options);
  if (listed) return question.chance.pick(listed);
  if (field.kind.rows) return rowsOf(field, question);
  return field.kind.files ? filesOf(field.element, field, question) : valueOf(field.schema, question);
}

/** Nobody books a time that has been, or one far off while there are sooner ones. */
function timesToBook({ element: { options } }: Field, { env }: Filling): readonly string[] {
  const free = freeTimes(options, env.taken);
  const coming = free.filter((time) => time > env.today);
  return [coming.slice(0, TIMES_LOOKED_AT), free, timesOf(options)].find((times) => times.length > 0) ?? [];
}

function questionAt(pointer: string, { element, template }: Field, filling: Filling): Question {
  const { seed, attempt, style, label, env, compiled } = filling;
  const row = /^(.*\/\d+)\//.exec(pointer)?.[1] ?? '';
  const said = label?.(element.id) ?? '';
  return {
    root: compiled.form.schema,
    kind: element.options.kind,
    hint: `${template.slice(template.lastIndexOf('/') + 1)} ${said}`.toLowerCase(),
    chance: chanceOf(seed, `${pointer} ${attempt}`),
    // Whoever applies is one person throughout; each row may be about somebody else.
    who: somebody(chanceOf(seed, `who ${row}`)),
    other: (place) => ({
      ...somebody(chanceOf(seed, `${pointer} ${place}`)),
      personalNumber: personalNumberOf(chanceOf(seed, pointer).whole(0, 999) + place)
    }),
    today: env.today,
    isEdge: style === 'edge'
  };
}

function rowsOf({ schema, required }: Field, question: Question): Json[] {
  const { minItems = 0, maxItems } = schema.type === 'array' ? schema : { maxItems: 1 };
  const length = count({ minItems: Math.max(minItems, required || !question.isEdge ? 1 : 0), maxItems }, question);
  return Array.from({ length }, (): JsonObject => ({}));
}

const NAMES = ['Årsredovisning', 'Verksamhetsberättelse', 'Situationsplan', 'Protokoll', 'Foto', 'Budget'];
const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

/** References to files that nobody kept: enough for rules and pages, not to be opened. */
function filesOf({ options }: Control, { schema }: Field, question: Question): Json[] {
  if (!('types' in options)) return [];
  const { minItems = 1, maxItems } = schema.type === 'array' ? schema : { maxItems: 1 };
  const type = options.types[0] ?? 'application/pdf';
  const { chance } = question;
  const length = count({ minItems: Math.max(1, minItems), maxItems: Math.min(maxItems, options.maxCount) }, question);
  return Array.from({ length }, (_, index): JsonObject => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `${chance.pick(NAMES)} ${index + 1}.${ENDINGS[type] ?? 'pdf'}`,
    size: question.isEdge ? options.maxBytes : Math.min(options.maxBytes, chance.whole(80_000, 2_400_000)),
    type,
    ...(options.tags?.[0] !== undefined && { tag: chance.pick(options.tags) })
  }));
}
