import type { Actor } from '../access/model.ts';
import { may } from '../access/permissions.ts';
import { level, type Level } from '../check/level.ts';
import { checkOnServer } from '../case/check-case-type.server.ts';
import { definitionOf } from '../case/definitions.server.ts';
import type { CaseType } from '../definition/case-type.ts';
import { parseDocument } from '../definition/parse.ts';
import type { Problem } from '../definition/problem.ts';
import type { CaseTypeDocument } from '../edit/model.ts';
import { isRefusal } from '../errors/refusal.ts';
import { at } from '../form/pointer.ts';
import { Memory } from '../memory.ts';
import { currentVersions } from '../persistence/case-types.server.ts';
import { listDesigns, readDesign, type Design } from './designs.server.ts';

/** A case type as it stands in the list of those that an administrator may change. */
export interface ListedCaseType {
  readonly slug: string;
  readonly title: string;
  /** The version that new cases get. */
  readonly published: number | null;
  readonly design: { readonly savedAt: Date; readonly errors: number; readonly warnings: number } | null;
  /** Null for a design that is too wrong to tell. */
  readonly level: Level | null;
}

/** Every case type, published or being changed, that somebody may change. */
export async function listCaseTypes(actor: Actor): Promise<ListedCaseType[]> {
  const published = new Map<string, ListedCaseType>();
  for (const { id, slug, number } of await currentVersions(null)) {
    const { caseType } = await definitionOf(id);
    if (!may(actor, 'case-type.manage', caseType.settings.owner)) continue;
    const title = caseType.texts.sv['caseType.title'] ?? slug;
    published.set(slug, { slug, title, published: number, design: null, level: level(caseType) });
  }
  for (const { slug, savedAt } of await listDesigns(actor)) {
    const design = await readDesign(slug, actor);
    if (isRefusal(design)) continue;
    const { title, errors, warnings, reached } = stateOf(design);
    const number = published.get(slug)?.published ?? null;
    published.set(slug, { slug, title, published: number, design: { savedAt, errors, warnings }, level: reached });
  }
  return [...published.values()].sort((one, other) => one.title.localeCompare(other.title, 'sv'));
}

/** What the check says of a document, and the level that it reaches when it can be told. */
export function checkedDesign(document: CaseTypeDocument): {
  readonly problems: readonly Problem[];
  readonly reached: Level | null;
  readonly caseType: CaseType | null;
} {
  const problems = checkOnServer(document);
  const { caseType = null } = parseDocument(document);
  const structural = problems.some(({ code, severity }) => severity === 'error' && /^V[1-4]$/.test(code));
  return { problems, caseType, reached: caseType && !structural ? level(caseType) : null };
}

/** A list shows every design each time that somebody comes to it, and most are as they were. */
const STATES = new Memory<string, DesignState>(500);

interface DesignState {
  readonly title: string;
  readonly errors: number;
  readonly warnings: number;
  readonly reached: Level | null;
}

const stateOf = ({ slug, seq, savedAt, document }: Design): DesignState =>
  STATES.of(`${slug} ${seq} ${savedAt.toISOString()}`, () => {
    const { problems, reached } = checkedDesign(document);
    const title = at(document, '/texts/sv/caseType.title');
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return { title: typeof title === 'string' ? title : '', errors, warnings: problems.length - errors, reached };
  });
