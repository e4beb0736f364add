import type { LibraryPorts, Part } from '#designer/library/part.ts';

/** How the form builder reaches the library of parts from a page. */
export function libraryPorts(slug: string): LibraryPorts {
  const address = `/admin/arendetyper/${slug}/bibliotek`;
  return {
    async list() {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { parts }: { parts: Part[] } = await answer.json();
      return parts;
    },
    async save(name, fragment, id) {
      const body = JSON.stringify({ name, fragment, id });
      const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const part: Part = await answer.json();
      return part;
    }
  };
}
