import type { Json, JsonObject } from '../../definition/json.ts';
import type { Form } from '../../definition/types.ts';
import { compileForm } from '../../form/compile-form.ts';
import { optionsOf } from '../../form/options.ts';
import { isObject, put } from '../../form/pointer.ts';
import type { AnswersTo } from '../../simulate/lives.ts';
import { nameOf, type DemoCitizen } from '../people.ts';

/** What a scenario leaves open is JSON. */
export const plainJson = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

/** Where the form asks who one is, the citizen's own name and address in the answers' place. Pure. */
export function ownDetails(answers: JsonObject, citizen: DemoCitizen): JsonObject {
  const { key, street, postcode, town } = citizen;
  const own: JsonObject = {
    name: nameOf(citizen),
    email: `${key}@exempel.example`,
    postalAddress: { street, postalCode: postcode.replaceAll(' ', ''), city: town }
  };
  return {
    ...answers,
    ...Object.fromEntries(Object.entries(own).filter(([asked]) => Object.hasOwn(answers, asked)))
  };
}

type Asked = Parameters<AnswersTo>[0];

/** Makes each choice that a form gives in its turn, so that all are made; who is asked the same again chooses the same. */
export class Choices {
  readonly #turns = new Map<string | null, number>();
  readonly #made = new Map<string, number>();

  make(answers: JsonObject, form: Form, { event, number, step }: Omit<Asked, 'env' | 'form'>): JsonObject {
    const choices = compileForm(form).fields.flatMap(({ template, schema }) =>
      optionsOf(schema, form.schema).map((option) => [template, schema.type === 'array' ? [option] : option] as const)
    );
    const key = `${event ?? ''} ${number} ${step}`;
    const turn = this.#made.get(key) ?? this.#turns.get(event) ?? 0;
    if (!this.#made.has(key)) this.#turns.set(event, turn + 1);
    this.#made.set(key, turn);
    const [place, choice] = choices[turn % choices.length] ?? [];
    return place === undefined || choice === undefined ? answers : put(answers, place, choice);
  }
}

/** Answers with each reference to a file replaced, in the order they stand. Pure. */
export function withFiles(answers: JsonObject, replace: (file: JsonObject) => Json): JsonObject {
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isObject(value)) return value;
    return isFile(value) ? replace(value) : withFiles(value, replace);
  };
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, visit(value)]));
}

const isFile = (value: JsonObject): boolean => ['id', 'name', 'size', 'type'].every((key) => Object.hasOwn(value, key));
