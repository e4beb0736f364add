import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { it } from 'vitest';
import { altered, deep, hostileJson, hostileText } from '../hostile.ts';
import { encoded, property, send, sendJson, type Scene } from './scene.ts';

export function attackDirectory(at: () => Scene): void {
  it('in what a directory provisions is refused by SCIM', async () => {
    const { as } = at();
    const headers = { ...as('a system for people:provision'), 'content-type': 'application/scim+json' };
    const user = () => ({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: randomUUID(),
      name: { givenName: 'A', familyName: 'B' },
      emails: [{ value: 'a@b.example' }],
      active: true
    });
    const patch = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'name.familyName', value: 'C' }]
    };
    const group = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: randomUUID(), members: [] };
    const { id } = await (await sendJson('/scim/v2/Users', user(), { headers })).json();
    await property(fc.oneof(altered(user()), hostileJson), (body) => sendJson('/scim/v2/Users', body, { headers }));
    await property(altered(user()), (body) => sendJson(`/scim/v2/Users/${id}`, body, { method: 'PUT', headers }));
    await property(altered(patch), (body) => sendJson(`/scim/v2/Users/${id}`, body, { method: 'PATCH', headers }));
    await property(fc.oneof(altered(group), hostileJson), (body) => sendJson('/scim/v2/Groups', body, { headers }));
    await property(hostileText, (text) =>
      send(
        `/scim/v2/Users?filter=${encoded(`userName eq "${text.slice(0, 500)}`)}&startIndex=${encoded(text.slice(0, 50))}`,
        { headers }
      )
    );
    await sendJson('/scim/v2/Users', deep(20_000), { headers });
  });
}
