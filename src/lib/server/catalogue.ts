import type { CaseType } from '#runtime/definition/case-type.ts';
import { findText } from '#runtime/form/texts.ts';
import type { CatalogueEntry } from '#lib/catalogue/search.ts';
import type { Language } from '#lib/text/language.ts';

const SOUGHT = /^(caseType\.guide|form\.application\..+\.(label|help|option\..+))$/;

const known = new WeakMap<CaseType, Map<Language, CatalogueEntry>>();

/** What the catalogue says of a case type. A published version never changes, so it is made once in each language. */
export function catalogueEntry(caseType: CaseType, language: Language): CatalogueEntry {
  const entries = known.get(caseType) ?? new Map<Language, CatalogueEntry>();
  const entry = entries.get(language) ?? entryOf(caseType, language);
  known.set(caseType, entries.set(language, entry));
  return entry;
}

function entryOf({ settings, texts }: CaseType, language: Language): CatalogueEntry {
  const text = findText(texts, language);
  const sought = Object.keys(texts.sv).filter((key) => SOUGHT.test(key));
  return {
    slug: settings.slug,
    title: text('caseType.title') ?? settings.slug,
    summary: text('caseType.summary') ?? '',
    category: settings.category,
    needsLogin: settings.eService.authentication === 'eid',
    rest: sought.map((key) => text(key) ?? '').join(' ')
  };
}
