import type { ElementName } from '../commands/set-setting.ts';
import { elementsOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { editTo } from '../document/transform.ts';
import { libraryIds, originOf, type Part } from './part.ts';
import { withOrigin } from './take-newer.ts';

/** Remembers that an element is what was just saved in the library as a part. */
export const setOrigin =
  (part: Part, name: ElementName): Command =>
  (document) =>
    editTo(
      document,
      'set-origin',
      withOrigin(document, name, { part: part.id, version: part.version, ids: idsOf(document, name) })
    );

/** The ids here by those that the part was saved under. */
function idsOf(document: CaseTypeDocument, { form, id }: ElementName): Record<string, string> {
  const inside = elementsOf(document, form).filter((one) => one.id === id || one.within.includes(id));
  const ids = libraryIds(inside, originOf(document, form, id));
  return Object.fromEntries([...ids].map(([here, there]) => [there, here]));
}
