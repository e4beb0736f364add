import { publishedCaseTypes } from '#runtime';
import { search } from '#lib/catalogue/search.ts';
import { catalogueEntry } from '#lib/server/catalogue.ts';
import type { PageServerLoad } from './$types';

const LONGEST_QUERY = 100;

/** The services that a citizen can begin, those that fit what was sought. */
export const load: PageServerLoad = async ({ url, locals }) => {
  const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
  const published = (await publishedCaseTypes()).map(({ caseType }) => caseType);
  const open = published.filter(({ settings }) => settings.eService.authentication !== 'staff');
  const entries = open.map((caseType) => catalogueEntry(caseType, locals.language));
  const services = search(entries, query, locals.language).map(({ rest: _, ...shown }) => shown);
  return { query, services, count: entries.length };
};
