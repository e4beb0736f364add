import type { Actor } from '../access/model.ts';
import { checkByServer } from '../case/check-case-type.server.ts';
import type { Problem } from '../definition/problem.ts';
import { isRefusal, type Refusal } from '../errors/refusal.ts';
import { documentOfRow, openedDesign } from './design.server.ts';

/** What only the server sees of a design as it is saved, and after which edit that is. */
export interface DesignCheck {
  readonly seq: number;
  readonly problems: readonly Problem[];
}

/**
 * What the check in the browser cannot tell of a saved design: V18, since ajv compiles by eval, and V20, the examples, which are
 * validated by it. Refuses `case_type.not_found`, `access.denied`.
 */
export async function checkDesign(slug: string, actor: Actor): Promise<DesignCheck | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  return { seq: opened.row.seq, problems: checkByServer(await documentOfRow(opened.row)) };
}
