import type { CaseType } from '../definition/case-type.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import { controlsOf } from '../definition/walk-form.ts';
import { isIdentifying } from '../form/identifying.ts';
import { isObject } from '../form/pointer.ts';
import type { Snapshot, SnapshotElement } from '../form/snapshot.ts';
import type { CaseSubmission } from './case-details.ts';

const HIDDEN = { sv: 'Skyddad uppgift', en: 'Protected' };

/** What is kept of a case without what tells who somebody in it is, how they are reached or where they live. */
export interface IdentityMask {
  readonly submission: (submission: CaseSubmission) => CaseSubmission;
  readonly data: (data: JsonObject) => JsonObject;
}

/**
 * For a case where somebody has, or has got, protected identity (OSL 21:3, 22:1): what was stored before is masked when it is read.
 * Every identifying question of the case type is, since which of them are about this person nothing tells. Pure.
 */
export function identityMask(caseType: CaseType): IdentityMask {
  const controls = controlsOf(caseType).filter(({ element }) => isIdentifying(element));
  const answered = (form: string) => controls.filter((one) => one.form === form);
  const answers = (form: string, all: JsonObject): JsonObject =>
    answered(form).reduce((kept, { answer }) => without(kept, answer.split('/').slice(2)), all);
  return {
    submission: (one) => {
      const ids = new Set(answered(one.form).map(({ element }) => element.id));
      return {
        ...one,
        answers: answers(one.form, one.answers),
        snapshot: one.snapshot && maskedSnapshot(one.snapshot, ids)
      };
    },
    // What the registers answered is of people, and the facts of the case hold the applicant.
    data: ({ results: _results, case: facts, ...data }) => ({
      ...Object.fromEntries(
        Object.entries(data).map(([form, value]) => [form, isObject(value) ? answers(form, value) : value])
      ),
      ...(isObject(facts) && { case: without(facts, ['applicant']) })
    })
  };
}

/** An object without what stands at a path, `*` for every row. */
function without(from: JsonObject, [key, ...rest]: readonly string[]): JsonObject {
  if (key === undefined || !Object.hasOwn(from, key)) return from;
  if (rest.length === 0) return Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));
  return { ...from, [key]: within(from[key] ?? null, rest) };
}

function within(value: Json, path: readonly string[]): Json {
  if (Array.isArray(value) && path[0] === '*') return value.map((row) => within(row, path.slice(1)));
  return isObject(value) ? without(value, path) : value;
}

function maskedSnapshot(snapshot: Snapshot, ids: ReadonlySet<string>): Snapshot {
  const hidden = snapshot.language === 'en' ? HIDDEN.en : HIDDEN.sv;
  const masked = (element: SnapshotElement): SnapshotElement => {
    const { files: _files, options: _options, children, ...shown } = element;
    if (ids.has(element.id)) return { ...shown, ...(element.answer?.length && { answer: [hidden] }) };
    return children ? { ...element, children: children.map(masked) } : element;
  };
  return { ...snapshot, pages: snapshot.pages.map(masked) };
}
