import type { AskServer } from '#designer/problems/saved-checker.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import type { DraftStart } from '#designer/document/draft.ts';
import type { Exchange, SessionPorts } from '#designer/document/session.svelte.ts';

/** How the designer reaches the server from a page. */
export function portsOf(slug: string): SessionPorts {
  const address = `/admin/arendetyper/${slug}/andringar`;
  return {
    async exchange(seq, entries, selection) {
      const body = JSON.stringify({ seq, entries, selection });
      const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const exchange: Exchange = await answer.json();
      return exchange;
    },
    async reload() {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const start: DraftStart = await answer.json();
      return start;
    }
  };
}

/** What only the server can tell of the design as it is saved. */
export const askServer =
  (slug: string): AskServer =>
  async () => {
    const answer = await fetch(`/admin/arendetyper/${slug}/kontroll/server`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { problems }: { problems: Problem[] } = await answer.json();
    return problems;
  };
