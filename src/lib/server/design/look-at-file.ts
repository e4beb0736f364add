import { differences, type Difference } from '#designer/diff/diff.ts';
import { objectOf } from '#designer/document/elements.ts';
import { freeKey } from '#designer/commands/keys.ts';
import { checkedDesign, owningUnits, publishedCaseType, readDesign, wholeFile, type Actor } from '#runtime';
import { may } from '#runtime/access/permissions.ts';
import type { Level } from '#runtime/check/level.ts';
import type { Json } from '#runtime/definition/json.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import { repeatedKeys } from '#runtime/definition/repeated-keys.ts';
import type { CaseTypeDocument } from '#runtime/edit/model.ts';
import { unpacked, type WholeCaseType } from '#runtime/edit/whole-file.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { at, isObject } from '#runtime/form/pointer.ts';
import { documentOfType } from './document-of-type.ts';

/** What a file holds, before anything comes of it. */
export interface LookedAt {
  readonly title: string;
  readonly slug: string;
  /** The organ and unit that it belongs to where it comes from. */
  readonly owner: string;
  readonly level: Level | null;
  readonly problems: readonly Problem[];
  /** Templates whose text is neither in the file nor here. */
  readonly missing: readonly string[];
  /** The case type here of the same slug, and what the file would change in it. */
  readonly here: { readonly title: string; readonly news: readonly Difference[] } | null;
  /** Whether the slug is another's, whom one may not change. */
  readonly isTaken: boolean;
  /** A slug that is free. */
  readonly free: string;
}

/** A case type from the text of a file; undefined for what is none. */
export function readFile(text: string): WholeCaseType | undefined {
  let value: Json;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const whole = isObject(value) ? unpacked(value) : undefined;
  if (!whole || isRefusal(whole)) return undefined;
  return isObject(whole.document.settings) && isObject(whole.document.forms) ? whole : undefined;
}

export async function lookAtFile(text: string, actor: Actor): Promise<LookedAt | undefined> {
  const whole = readFile(text);
  if (!whole) return undefined;
  const { document, templateTexts } = whole;
  const { problems, reached } = checkedDesign(document);
  const slug = textAt(document, '/settings/slug');
  const known = objectOf((await wholeFile(document)).templateTexts);
  const named = Object.keys(objectOf(document.templates));
  const { here, isTaken } = await caseTypeHere(slug, actor);
  return {
    title: textAt(document, '/texts/sv/caseType.title') || slug,
    slug,
    owner: `${textAt(document, '/settings/owner/organ')}/${textAt(document, '/settings/owner/unit')}`,
    level: reached,
    problems: [...repeatedIn(text), ...problems],
    missing: named.filter((name) => !(name in templateTexts) && !(name in known)),
    here: here && { title: textAt(here, '/texts/sv/caseType.title') || slug, news: differences(here, document) },
    isTaken,
    free: here || isTaken ? freeKey(new Set([slug]), slug) : slug
  };
}

/** Where the file may go: the units of the organs that one administers. */
export const unitsFor = async (actor: Actor) =>
  (await owningUnits()).filter((unit) => may(actor, 'case-type.manage', unit));

/** The case type of a slug as it is being changed or published here, when one may change it. */
export async function caseTypeHere(
  slug: string,
  actor: Actor
): Promise<{ readonly here: CaseTypeDocument | null; readonly isTaken: boolean }> {
  const design = await readDesign(slug, actor);
  if (!isRefusal(design)) return { here: design.document, isTaken: false };
  const published = await publishedCaseType(slug);
  if (design.refused !== 'case_type.not_found') return { here: null, isTaken: true };
  if (isRefusal(published)) return { here: null, isTaken: false };
  const allowed = may(actor, 'case-type.manage', published.caseType.settings.owner);
  return { here: allowed ? documentOfType(published.caseType) : null, isTaken: !allowed };
}

function textAt(document: CaseTypeDocument, pointer: string): string {
  const found = at(document, pointer);
  return typeof found === 'string' ? found : '';
}

const repeatedIn = (text: string): Problem[] =>
  repeatedKeys(text).map((key) => ({
    ...{ code: 'V2', fault: 'repeated-key', severity: 'error', pointer: '' },
    params: { file: '', key }
  }));
