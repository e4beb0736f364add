import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** A copy under another slug and title, to be changed on its own. Pure. */
export function copyOf(document: CaseTypeDocument, { slug, title }: { slug: string; title: string }): CaseTypeDocument {
  const texts = objectOf(document.texts);
  return {
    ...document,
    settings: { ...objectOf(document.settings), slug },
    texts: { ...texts, sv: { ...objectOf(texts.sv), 'caseType.title': title } }
  };
}
