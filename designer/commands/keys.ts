import { FORBIDDEN_KEYS } from '#runtime/form/pointer.ts';
import { elementsOf, objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** Whether a key may stand in a case type (the format's pattern, and no name of the engine's). */
export const isKey = (key: string): boolean =>
  /^[a-z][a-zA-Z0-9_-]{0,40}$/.test(key) && !FORBIDDEN_KEYS.has(key) && !key.startsWith('xstate');

/** A key made of a text that people read: `Vilket år?` is `vilket-ar`. */
export function keyOfText(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 36)
    .replace(/-+$/, '');
  return isKey(plain) ? plain : '';
}

/** `base`, or with the first number that makes it free. */
export function freeKey(taken: ReadonlySet<string>, base: string): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

/** A free id for an element of a form, which is a free key of its answers and texts too. */
export const freeId = (document: CaseTypeDocument, form: string, base: string): string =>
  freeKey(takenIn(document, form), base);

/** Every id and key of answers of a form, at any depth, and what has texts. */
export function takenIn(document: CaseTypeDocument, form: string): Set<string> {
  const taken = new Set<string>();
  for (const { id, answer } of elementsOf(document, form)) {
    taken.add(id);
    taken.add(answer?.slice(answer.lastIndexOf('/') + 1) ?? id);
  }
  const schema = objectOf(objectOf(objectOf(document.forms)[form]).schema);
  for (const key of Object.keys(objectOf(schema.properties))) taken.add(key);
  for (const texts of Object.values(objectOf(document.texts)))
    for (const key of Object.keys(objectOf(texts)))
      if (key.startsWith(`form.${form}.`)) taken.add(key.split('.')[2] ?? '');
  return taken;
}
