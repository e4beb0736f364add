import { publishedCaseTypes, searchCatalogue } from '#runtime';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { SUBJECTS, type Subject } from '#runtime/definition/subjects.ts';
import type { CaseTypeSettings } from '#runtime/definition/types.ts';
import { findText } from '#runtime/form/texts.ts';
import type { Language } from '#lib/text/language.ts';

/** A service as the catalogue shows it. */
export interface CatalogueEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: CaseTypeSettings['category'];
  readonly subject: Subject | undefined;
  readonly needsLogin: boolean;
}

export interface Catalogue {
  /** What was sought, best first; all services by subject and title when nothing was. */
  readonly services: readonly CatalogueEntry[];
  readonly bySubject: readonly {
    readonly subject: Subject | undefined;
    readonly services: readonly CatalogueEntry[];
  }[];
  readonly meant: readonly { readonly written: string; readonly word: string }[];
  readonly count: number;
}

/** The services that a citizen can begin, those that fit what was sought. */
export async function catalogue(query: string, language: Language): Promise<Catalogue> {
  const published = (await publishedCaseTypes()).map(({ caseType }) => caseType);
  const { compare } = new Intl.Collator(language);
  const open = published
    .filter(({ settings }) => settings.eService.authentication !== 'staff')
    .map((caseType) => entryOf(caseType, language))
    .toSorted((a, b) => compare(a.title, b.title));
  if (query === '') return { services: open, bySubject: grouped(open), meant: [], count: open.length };
  const { slugs, meant } = await searchCatalogue(query, language);
  const services = slugs.flatMap((slug) => open.filter((entry) => entry.slug === slug));
  return { services, bySubject: [], meant: services.length > 0 ? meant : [], count: open.length };
}

const grouped = (services: readonly CatalogueEntry[]): Catalogue['bySubject'] =>
  [...SUBJECTS, undefined]
    .map((subject) => ({ subject, services: services.filter((entry) => entry.subject === subject) }))
    .filter((group) => group.services.length > 0);

function entryOf({ settings, texts }: CaseType, language: Language): CatalogueEntry {
  const text = findText(texts, language);
  return {
    slug: settings.slug,
    title: text('caseType.title') ?? settings.slug,
    summary: text('caseType.summary') ?? '',
    category: settings.category,
    subject: settings.guide?.subject,
    needsLogin: settings.eService.authentication === 'eid'
  };
}
