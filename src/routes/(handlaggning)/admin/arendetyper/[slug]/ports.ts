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
