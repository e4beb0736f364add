import type { Json, JsonObject } from '../../definition/json.ts';
import { isObject } from '../../form/pointer.ts';
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
