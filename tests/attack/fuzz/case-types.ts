import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { it } from 'vitest';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { publishedCaseType } from '#runtime/case/publish-case-type.server.ts';
import { altered, deep, hostileJson } from '../hostile.ts';
import { got, HOME, property, send, sendJson, type Scene } from './scene.ts';

export function attackCaseTypes(at: () => Scene): void {
  it('in a case type is told as what is wrong with it', async () => {
    const { as } = at();
    const { caseType } = got(await publishedCaseType('fraga'));
    const document = documentOfType(caseType);
    const headers = as('a system for case-types:write');
    const edit = {
      seq: 0,
      selection: null,
      entries: [{ id: randomUUID(), patches: [{ op: 'put', path: ['settings', 'slug'], value: 'x' }], inverse: [] }]
    };
    await property(altered({ ...document, templateTexts: {} }), (body) =>
      sendJson('/api/v1/case-types/fraga/check', body, { headers })
    );
    await property(fc.oneof(altered({ ...document, templateTexts: {} }), hostileJson), (body) =>
      sendJson('/api/v1/case-types/fraga/design', body, { method: 'PUT', headers })
    );
    await property(fc.oneof(altered(edit), hostileJson), (body) =>
      sendJson('/admin/arendetyper/bygglov/andringar', body, { headers: as(`administrator of ${HOME}`) })
    );
    for (const path of ['/api/v1/case-types/fraga/check', '/admin/arendetyper/bygglov/andringar'])
      await sendJson(path, deep(20_000), { headers: { ...headers, ...as(`administrator of ${HOME}`) } });
    const file = new FormData();
    file.append('file', new Blob([deep(20_000)]), 'x.json');
    await send('/admin/arendetyper/inlasning?/look', {
      method: 'POST',
      body: file,
      headers: as(`administrator of ${HOME}`)
    });
  });
}
