import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Field } from '#runtime/form/compile-form.ts';
import type { Answers } from '#runtime/form/model.ts';
import { at, isObject, put } from '#runtime/form/pointer.ts';

/** The answers of a page at three times: when it was sent, as the server then kept it, and as it has been typed on since. */
export interface Meanwhile {
  readonly sent: Answers;
  readonly given: Answers;
  readonly typed: Answers;
}

export interface Merged {
  readonly answers: Answers;
  /** Whether the server says something of a question that was not sent, so that its input must be drawn anew. */
  readonly hasNews: boolean;
}

/**
 * What the server has given, with what was typed in the meantime where it only took what was sent. Files are as it keeps them.
 * Rows are matched by their places: while a page is on its way, none goes that the server has. Pure.
 */
export function stillTyped(fields: readonly Field[], { sent, given, typed }: Meanwhile): Merged {
  const merged = fields
    .filter(({ kind }) => kind.asks)
    .map((field) => {
      const [before, now, here] = [sent, given, typed].map((answers) => at(answers, field.path));
      return { path: field.path, now, ...one(field, before, now, here) };
    });
  return {
    answers: merged.reduce<Answers>(
      (answers, { path, value, now }) => (value === now ? answers : put(answers, path, value)),
      given
    ),
    hasNews: merged.some(({ isNews }) => isNews)
  };
}

interface One {
  readonly value: Json | undefined;
  readonly isNews: boolean;
}

function one({ kind, rows }: Field, before: Json | undefined, now: Json | undefined, here: Json | undefined): One {
  if (kind.files) return { value: Array.isArray(now) ? now.map((file) => tagged(file, here)) : now, isNews: false };
  if (kind.rows) return inRows(rows, [before, now, here].map(listOf));
  return isSame(before, now) ? { value: here, isNews: false } : { value: now, isNews: true };
}

function inRows(fields: readonly Field[], [before = [], now = [], here = []]: readonly (readonly Json[])[]): One {
  if (before.length !== now.length) return { value: [...now], isNews: true };
  const rows = here.map((row, index) =>
    index < now.length
      ? stillTyped(fields, { sent: objectOf(before[index]), given: objectOf(now[index]), typed: objectOf(row) })
      : { answers: objectOf(row), hasNews: false }
  );
  return {
    value: rows.length > 0 ? rows.map(({ answers }) => answers) : undefined,
    isNews: rows.some(({ hasNews }) => hasNews)
  };
}

/** What a kept file is called to be is chosen in the page, and is not the server's to say. */
function tagged(file: Json, here: Json | undefined): Json {
  const same = listOf(here).find((one) => isObject(one) && isObject(file) && one['id'] === file['id']);
  return isObject(file) && isObject(same) && same['tag'] !== undefined ? { ...file, tag: same['tag'] } : file;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
