import { publishedCaseTypes, type Login, representationOf, identifiedBy } from '#runtime';
import type { Mandate, Principal } from '#runtime/access/model.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import type { Language } from '#lib/text/language.ts';
import { textsIn } from '../case-type-text.ts';
import { clock } from '../services.ts';

/** Somebody for whom the person may act, as the page to choose lists them. */
export interface RepresentedView {
  readonly kind: Principal['kind'];
  /** What the choice is sent as. */
  readonly key: string;
  readonly name: string;
  /** The organisationsnummer. */
  readonly number: string | null;
  readonly grounds: readonly Mandate['ground'][];
  /** What the right is for, by title; null: everything. */
  readonly matters: readonly string[] | null;
  readonly until: string | null;
  /** Only together with somebody else. */
  readonly isTogether: boolean;
}

const MOST = 50;

/** Whom the person may act for, those that fit what is sought. */
export async function representedOf(login: Login, query: string, language: Language) {
  const who = identifiedBy(login);
  if (isRefusal(who)) return { all: [], isWhole: true, isTooMany: false, count: 0 };
  const { represented, isWhole } = await representationOf(who, clock.now());
  const titles = await titlesOf(language);
  const sought = query.toLocaleLowerCase(language).replace(/(\d)-(\d)/, '$1$2');
  const views = represented.map(({ principal, mandates, until }): RepresentedView => ({
    ...{ kind: principal.kind, name: principal.name, until, isTogether: mandates.length === 0 },
    key: principal.kind === 'person' ? principal.personId : principal.organisationsnummer,
    number: principal.kind === 'organisation' ? principal.organisationsnummer : null,
    grounds: [...new Set(mandates.map(({ ground }) => ground))],
    matters: mattersOf(mandates, titles)
  }));
  const fitting = views.filter(({ name, number }) =>
    [name.toLocaleLowerCase(language), number ?? ''].some((text) => text.includes(sought))
  );
  return { all: fitting.slice(0, MOST), isWhole, isTooMany: fitting.length > MOST, count: views.length };
}

/** What the case types are called, by slug. */
export const titlesOf = async (language: Language): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await publishedCaseTypes()).map(({ slug, caseType }) => [
      slug,
      textsIn(caseType, language)['caseType.title'] ?? slug
    ])
  );

function mattersOf(mandates: readonly Mandate[], titles: ReadonlyMap<string, string>): readonly string[] | null {
  if (mandates.length === 0 || mandates.some(({ caseTypes }) => caseTypes === null)) return null;
  return mandates.flatMap(({ caseTypes }) => caseTypes ?? []).map((slug) => titles.get(slug) ?? slug);
}
