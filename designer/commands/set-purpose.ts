import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { editTo } from '../document/transform.ts';
import { changed } from './set-setting.ts';

const PLACE = ['settings', 'personalData'];

/** The purposes that personal data is asked for, as they stand. Pure. */
export function purposesOf(document: CaseTypeDocument): JsonObject[] {
  const held = objectOf(document.settings).personalData;
  return Array.isArray(held) ? held.map(objectOf) : [];
}

/** The fields of a purpose; undefined when it is for all of them. */
export const fieldsOf = ({ fields }: JsonObject): readonly Json[] | undefined =>
  Array.isArray(fields) ? fields : undefined;

/** Whether a purpose is for an answer: by its pointer, or by that of what it stands in. */
export const isFor = (purpose: JsonObject, answer: string): boolean =>
  fieldsOf(purpose)?.some((field) => typeof field === 'string' && `${answer}/`.startsWith(`${field}/`)) ?? true;

/**
 * Says what an answer is asked for (GDPR art. 5.1 b): one of the purposes, or none of them. A purpose that is not there begins as a task in
 * the public interest (art. 6.1 e), which what a municipality handles almost always is.
 */
export const setPurpose =
  (answer: string, name: string | undefined): Command =>
  (document) => {
    const purposes = purposesOf(document);
    const moved = purposes.map((purpose): JsonObject => {
      const fields = fieldsOf(purpose);
      if (!fields) return purpose;
      const others = fields.filter((field) => field !== answer);
      return { ...purpose, fields: purpose.purpose === name ? [...others, answer] : others };
    });
    const isKnown = name === undefined || purposes.some(({ purpose }) => purpose === name);
    const begun: JsonObject = {
      purpose: name ?? '',
      legalGround: 'public-task',
      categories: ['contact'],
      recipients: [],
      fields: [answer]
    };
    return editTo(document, 'set-purpose', changed(document, PLACE, isKnown ? moved : [...moved, begun]));
  };
