import { may } from '../access/permissions.ts';
import { leavesOf } from '../flow/active.ts';
import { statusOf, type FlowStatus } from '../flow/status.ts';
import { findText } from '../form/texts.ts';
import { readCursor, writeCursor } from '../persistence/cursor.server.ts';
import {
  countRows,
  listRows,
  listRowsOfParty,
  type ListCounts,
  type ListedRow,
  type ListWish,
  type Scope,
  type Sort
} from '../persistence/list-cases.server.ts';
import { definitionOf } from './definitions.server.ts';
import type { Actor, LegalState } from './model.ts';
import type { Named } from './case-details.ts';

export interface CaseQuery {
  readonly actor: Actor;
  /** `group`: what lies in a queue of mine; `unassigned`: of that, what nobody has. */
  readonly scope: Scope;
  readonly sort?: Sort;
  readonly closed?: boolean;
  readonly caseTypes?: readonly string[];
  /** Part of a number or of a party's name. */
  readonly search?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** At most 200. */
  readonly limit?: number;
  readonly language?: string;
}

export interface ListedCase {
  readonly id: string;
  readonly seq: number;
  readonly number: string;
  readonly slug: string;
  /** What the case type is called, and where the case stands, in the language asked for. */
  readonly caseType: string;
  readonly statusText: string;
  /** What stands to be done, in the words of staff: the titles of the active states. */
  readonly standing: readonly string[];
  readonly status: FlowStatus;
  readonly organ: string;
  readonly unit: string;
  readonly legalState: LegalState;
  readonly channel: string;
  /** Null when unknown or protected. */
  readonly applicant: string | null;
  readonly assignee: Named | null;
  readonly openedAt: Date;
  readonly changedAt: Date;
}

export interface CasePage {
  readonly cases: readonly ListedCase[];
  /** For `after`; null on the last page. */
  readonly next: string | null;
}

/** How many there are in each list. Of what is sought no more than so many are counted. */
export type CaseCounts = ListCounts;
const MOST_COUNTED = 1000;

/** One page of the desk: cases of the units that the reader works in, never one that the reader is a part in (jäv, FL 16 §). */
export async function listCases(query: CaseQuery): Promise<CasePage> {
  const wish = wishOf(query);
  if (!wish) return { cases: [], next: null };
  const rows = await listRows({ ...wish, limit: wish.limit + 1 });
  const shown = rows.slice(0, wish.limit);
  const last = shown.at(-1);
  const more = rows.length > wish.limit && last !== undefined;
  return {
    cases: await Promise.all(shown.map((row) => listed(row, query.language ?? 'sv'))),
    next: more ? writeCursor([last.sorted_by, last.id]) : null
  };
}

/** The numbers beside the desk's lists, with the same filters. */
export async function countCases(query: Omit<CaseQuery, 'scope' | 'after'>): Promise<CaseCounts> {
  const wish = wishOf({ ...query, scope: 'all' });
  return wish ? countRows(wish, MOST_COUNTED) : { mine: 0, group: 0, unassigned: 0, all: 0 };
}

/** The cases that a person is a party in and may follow, what changed last first; at most 200. */
export async function listMyCases(personId: string, language = 'sv'): Promise<ListedCase[]> {
  return Promise.all((await listRowsOfParty(personId, 200)).map((row) => listed(row, language)));
}

function wishOf({ actor, scope, ...query }: CaseQuery): ListWish | null {
  if (actor.kind !== 'person') return null;
  const workplaces = actor.memberships.filter(({ organ, unit, role }) =>
    may({ ...actor, memberships: [{ organ, unit, role }] }, 'desk.open', { organ, unit: unit ?? '' })
  );
  if (workplaces.length === 0) return null;
  return {
    ...{ personId: actor.personId, workplaces, scope, roles: workplaces.map(({ role }) => role) },
    queues: [actor.personId, ...(actor.standsInFor ?? []).map(({ personId }) => personId)],
    ...{ sort: query.sort ?? 'deadline', closed: query.closed ?? false, slugs: query.caseTypes ?? [] },
    search: query.search?.trim() || null,
    after: readCursor(query.after),
    limit: Math.min(Math.max(query.limit ?? 50, 1), 200)
  };
}

export async function listed(row: ListedRow, language: string): Promise<ListedCase> {
  const definition = await definitionOf(row.version_id);
  const text = findText(definition.caseType.texts, language);
  const status = statusOf(definition, row);
  const { id, seq, number, slug, channel, assignee_id: personId, assignee } = row;
  return {
    ...{ id, seq, number, slug, channel, status },
    caseType: text('caseType.title') ?? slug,
    statusText: text(status.textKey) ?? text(`state.${status.state}.title`) ?? status.state,
    standing: leavesOf(definition, row).map(({ key }) => text(`state.${key}.title`) ?? key),
    organ: row.organ_key,
    unit: row.unit_key,
    legalState: row.legal_state,
    applicant: row.applicant_protected ? null : row.applicant,
    assignee: personId !== null && assignee !== null ? { personId, name: assignee } : null,
    openedAt: new Date(row.opened_at),
    changedAt: new Date(row.changed_at)
  };
}
