import { channelsToRegister } from '#runtime/access/opening-role.ts';
import { countCases, listCases, publishedCaseTypes } from '#runtime';
import { deskRow } from '#lib/server/desk/desk-row.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { clock } from '#lib/server/services.ts';
import { requireStaff } from '#lib/server/guards.ts';

const SCOPES = ['mine', 'group', 'unassigned', 'all'] as const;
const SORTS = ['deadline', 'opened', 'changed'] as const;

const among = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((candidate) => candidate === value);

/** The desk: what to do now. Everything that chooses what it shows stands in the address. */
export const load = async (event) => {
  const { actor } = requireStaff(event);
  const { searchParams } = event.url;
  const { language } = event.locals;
  const now = clock.now();
  const closed = searchParams.has('avslutade');
  const chosen = {
    scope: among(SCOPES, searchParams.get('lista')) ?? 'mine',
    sort: among(SORTS, searchParams.get('ordning')) ?? (closed ? 'changed' : 'deadline'),
    search: searchParams.get('sok') ?? '',
    caseType: searchParams.get('typ') ?? '',
    closed
  };
  const query = {
    actor,
    language,
    sort: chosen.sort,
    search: chosen.search,
    closed: chosen.closed,
    caseTypes: chosen.caseType ? [chosen.caseType] : []
  };
  const after = searchParams.get('efter');
  const [counts, page, published] = await Promise.all([
    countCases(query),
    listCases({ ...query, scope: chosen.scope, ...(after && { after }) }),
    publishedCaseTypes()
  ]);
  return {
    chosen,
    counts,
    rows: page.cases.map((found) => deskRow(found, now)),
    next: page.next,
    isFirst: after === null,
    opensCases: published.some(({ caseType }) => channelsToRegister(caseType.settings, actor).length > 0),
    caseTypes: published.map(({ slug, caseType }) => ({
      slug,
      title: textsIn(caseType, language)['caseType.title'] ?? slug
    }))
  };
};
