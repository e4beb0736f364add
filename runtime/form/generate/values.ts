import type { Json, JsonObject } from '../../definition/json.ts';
import type { FormSchema, PropertySchema, StringSchema, TypedSchema } from '../../definition/types.ts';
import { addDays } from '../../time/day.ts';
import { compilePattern } from '../pattern.ts';
import { resolve } from '../schema-at.ts';
import type { Chance } from './chance.ts';
import { hinted } from './hints.ts';
import { amount, count, decimal, whole } from './numbers.ts';
import type { Somebody } from './people.ts';
import { prose, reason, title } from './prose.ts';
import { samplePattern } from './sample-pattern.ts';

/** What an answer is made up for. */
export interface Question {
  readonly root: FormSchema;
  readonly kind: string;
  /** What is known of the question in words, in lower case: the key of its answer, and its label. */
  readonly hint: string;
  readonly chance: Chance;
  readonly who: Somebody;
  /** Others than `who`, all different. */
  readonly other: (place: number) => Somebody;
  readonly today: string;
  /** At the limits of what is valid, rather than as people answer. */
  readonly isEdge: boolean;
}

/** An answer that its schema takes. */
export function valueOf(schema: TypedSchema, question: Question): Json {
  switch (schema.type) {
    case 'boolean':
      return schema.const ?? question.chance.happens(60);
    case 'integer':
    case 'number':
      return question.kind === 'money' ? amount(schema, question) : whole(schema, question);
    case 'array':
      return listOf(schema, question);
    case 'object':
      return objectOf(schema, question);
    case 'string':
      return textOf(schema, question);
  }
}

function listOf(
  { items, minItems = 0, maxItems }: Extract<TypedSchema, { type: 'array' }>,
  question: Question
): Json[] {
  const inner = resolve(items, question.root);
  if (!inner) return [];
  const least = Math.max(minItems, 1);
  const options = choicesOf(inner);
  if (options.length > 0) {
    const most = question.isEdge ? maxItems : Math.min(maxItems, Math.max(least, 3));
    return question.chance.some(options, question.isEdge && question.chance.happens(50) ? most : least, most);
  }
  const length = count({ minItems: least, maxItems }, question);
  return Array.from({ length }, (_, place) => valueOf(inner, { ...question, who: question.other(place) }));
}

function objectOf(
  { properties, required = [] }: Extract<TypedSchema, { type: 'object' }>,
  question: Question
): JsonObject {
  const inner = Object.entries(properties).flatMap(([key, property], place): [string, Json][] => {
    const schema = resolve(property, question.root);
    const isNeeded = required.includes(key) || (required.length === 0 && place === 0);
    const isWanted = isNeeded || question.chance.happens(question.isEdge ? 40 : 80);
    return schema && isWanted ? [[key, partOf(key, schema, question)]] : [];
  });
  return inOrder(Object.fromEntries(inner));
}

/** What is pointed at lies in the demo municipality. */
const PLACE: Readonly<Record<string, readonly [low: number, high: number]>> = {
  lat: [59.105, 59.135],
  lon: [15.01, 15.1]
};

function partOf(key: string, schema: TypedSchema, question: Question): Json {
  const near = Object.hasOwn(PLACE, key) ? PLACE[key] : undefined;
  if (near && schema.type === 'number') {
    const degrees = near[0] + ((near[1] - near[0]) * question.chance.whole(0, 1000)) / 1000;
    return Math.min(schema.maximum ?? degrees, Math.max(schema.minimum ?? degrees, Number(degrees.toFixed(5))));
  }
  const hint = key === 'name' && question.kind === 'company' ? 'company' : key.toLowerCase();
  return valueOf(schema, { ...question, kind: 'text', hint });
}

/** A period ends when it has begun. */
function inOrder(parts: JsonObject): JsonObject {
  const { from, to } = parts;
  return typeof from === 'string' && typeof to === 'string' && to < from ? { ...parts, from: to, to: from } : parts;
}

/** What a choice can be. */
export function choicesOf(schema: PropertySchema): readonly string[] {
  if (!('type' in schema) || schema.type !== 'string') return [];
  if (schema.const !== undefined) return [schema.const];
  return schema.enum ?? schema.oneOf?.map((option) => option.const) ?? [];
}

function textOf(schema: StringSchema, question: Question): string {
  const options = choicesOf(schema);
  if (options.length > 0) return question.chance.pick(options);
  if (schema.format) return formatted(schema.format, question);
  if (schema.pattern !== undefined) return matching(schema, schema.pattern, question);
  return fitted(question.isEdge ? odd(schema, question) : plain(schema, question), schema);
}

const LONG = 200;

function plain({ maxLength = LONG }: StringSchema, question: Question): string {
  const { chance, kind, who } = question;
  if (kind === 'signature') return `${who.givenName} ${who.familyName}`;
  if (kind === 'property') return who.property;
  if (kind === 'long-text')
    return /reason|skäl|motiv|bedöm/.test(question.hint) ? reason(chance, maxLength) : prose(chance, maxLength);
  return hinted(question) ?? title(chance);
}

/** The longest, the shortest, and letters that somebody forgot. */
function odd({ minLength = 1, maxLength = LONG }: StringSchema, { chance }: Question): string {
  const drawn = chance.whole(0, 2);
  if (drawn === 0) return 'Ö'.repeat(Math.max(1, minLength));
  const letters = 'Åsa-Märta d’Ærø, Łódź & Söhne <b>“50 %”</b> ';
  return drawn === 1
    ? letters.trim()
    : letters
        .repeat(Math.ceil(maxLength / letters.length))
        .slice(0, maxLength)
        .trimEnd();
}

/** Within the lengths that the schema takes, counted as it counts: in code points. */
function fitted(text: string, { minLength = 0, maxLength }: StringSchema): string {
  const signs = [...text].slice(0, maxLength);
  return signs.join('').trimEnd().padEnd(minLength, '.');
}

function matching(schema: StringSchema, pattern: string, question: Question): string {
  const { test } = compilePattern(pattern);
  const { minLength = 0, maxLength = LONG } = schema;
  const takes = (text: string) => test(text) && text.length >= minLength && text.length <= maxLength;
  const tries = Array.from({ length: 20 }, () => samplePattern(pattern, question.chance) ?? '');
  return [plain(schema, question), ...tries, 'A1', '1', 'ABC 123'].find(takes) ?? '';
}

const AHEAD = 240;

function formatted(format: NonNullable<StringSchema['format']>, question: Question): string {
  const { chance, who, today, hint, isEdge } = question;
  switch (format) {
    case 'date':
      if (isEdge) return chance.pick([today, '2028-02-29', `${today.slice(0, 4)}-12-31`]);
      return addDays(
        today,
        /birth|född|fodd|past|tidigare|hände|hande|arrived|in den|när kom/.test(hint)
          ? -chance.whole(1, AHEAD)
          : chance.whole(14, AHEAD)
      );
    case 'time':
      return isEdge
        ? chance.pick(['00:00', '23:59'])
        : `${chance.whole(8, 19).toString().padStart(2, '0')}:${chance.pick(['00', '15', '30', '45'])}`;
    case 'date-time':
      return `${today}T${chance.whole(10, 19)}:00:00Z`;
    case 'email':
      return isEdge ? `${'a'.repeat(60)}+bidrag@lang.underdoman.exempel.example` : who.email;
    case 'phone':
      return isEdge ? chance.pick(['+46701740605', '+15550001112223', '112000']) : who.phone;
    case 'personal-number':
      return who.personalNumber;
    case 'organisation-number':
      return who.organisationNumber;
    case 'postal-code':
      return who.postalCode;
    case 'decimal':
      return decimal(question);
    case 'uri':
      return 'https://exempel.example/';
    case 'uuid':
      return '00000000-0000-4000-8000-000000000000';
  }
}
