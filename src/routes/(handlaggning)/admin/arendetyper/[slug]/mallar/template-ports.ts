import type { TemplatePorts, TrialCase } from '#designer/templates/ports.ts';

/** How the editor of templates reaches the server from a page. */
export function templatePorts(slug: string): TemplatePorts {
  const address = `/admin/arendetyper/${slug}/mallar`;
  const post = (path: string, body: object) =>
    fetch(`${address}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    });
  return {
    async read(sha256) {
      const answer = await fetch(`${address}/innehall?sha256=${sha256}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { source }: { source: string } = await answer.json();
      return source;
    },
    async keep(source) {
      const answer = await post('innehall', { source });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { sha256 }: { sha256: string } = await answer.json();
      return sha256;
    },
    async cases() {
      const answer = await fetch(`${address}/prov`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { cases }: { cases: TrialCase[] } = await answer.json();
      return cases;
    },
    async attempt(trial) {
      const answer = await post('prov', trial);
      if (answer.headers.get('content-type') === 'application/pdf') return { pdf: await answer.blob() };
      const said: { fault?: string; detail?: string } = await answer.json();
      return { fault: said.fault ?? said.detail ?? '' };
    }
  };
}
