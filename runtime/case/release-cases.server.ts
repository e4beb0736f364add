import { may } from '../access/permissions.ts';
import { refuse } from '../errors/refusal.ts';
import { administer } from './administer.server.ts';
import type { Known } from './loop.server.ts';
import type { Actor } from './model.ts';

const SYSTEM: Actor = { kind: 'system' };

/** Puts back the cases of somebody who has left, for anybody in their queues. One that they have no more is left alone. */
export async function releaseCases(caseIds: readonly string[], personId: string, now: Date): Promise<void> {
  for (const caseId of caseIds) {
    const decide = ({ record }: Known) => {
      if (!may(SYSTEM, 'case.release', null)) return refuse('access.denied');
      return record.assigneeId === personId
        ? { assigneeId: null, details: { left: personId } }
        : refuse('assignee.not_staff');
    };
    const wish = { key: `release:${caseId}:${personId}:${now.toISOString()}`, caseId, actor: SYSTEM };
    await administer(wish, { event: 'assign', content: [personId], decide }, now);
  }
}
