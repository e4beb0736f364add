import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { altered, deep, hostileJson } from '../hostile.ts';
import { FAULT, property, send, sendJson, type Scene } from './scene.ts';

export function attackApi(at: () => Scene): void {
  it('in an application over the API is refused, or kept as the form says', async () => {
    const { stage } = at();
    const { form } = await (await send('/api/v1/case-types/felanmalan')).json();
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const properties: Record<string, object> = form.schema.properties;
    await property(fc.oneof(altered(FAULT), hostileJson), async (answers) => {
      const response = await sendJson('/api/v1/cases', { caseType: 'felanmalan', answers });
      if (response.status !== 201) return;
      const { number } = await response.json();
      const { rows } = await stage.sql.query<{ answers: object }>(
        `select s.answers from submission s join case_ c on c.id = s.case_id where c.number = $1`,
        [number]
      );
      for (const [name, value] of Object.entries(rows[0]?.answers ?? {})) {
        const schema = properties[name];
        if (!schema) expect.unreachable(`${name} is no question`);
        expect([name, value, ajv.validate(schema, value)]).toEqual([name, value, true]);
      }
    });
  });

  it('in bodies of any call is refused', async () => {
    const { as } = at();
    const filed = await (await sendJson('/api/v1/cases', { caseType: 'felanmalan', answers: FAULT })).json();
    const status = new URL(filed.status).pathname;
    const begunDraft = await (await sendJson('/api/v1/drafts', { caseType: 'felanmalan' })).json();
    const registers = as('a system for cases:open');
    const wish = {
      caseType: 'felanmalan',
      answers: FAULT,
      channel: 'phone',
      arrivedOn: '2026-01-07',
      applicant: { kind: 'person', name: 'X' }
    };
    await property(fc.oneof(altered({ event: 'x', answers: {}, seq: 1 }), hostileJson), (body) =>
      sendJson(`${status}/events`, body)
    );
    await property(altered({ caseType: 'felanmalan' }), (body) => sendJson('/api/v1/drafts', body));
    await property(altered(wish), (body) => sendJson('/api/v1/cases', body, { headers: registers }));
    await property(altered({ ...wish, draft: begunDraft.draft }), (body) => sendJson('/api/v1/cases', body));
    for (const body of [
      deep(20_000),
      '{"a":'.repeat(50_000),
      '[]',
      'null',
      '"x"',
      '{"a":1,"a":2}',
      '\ufeff{}',
      '{"__proto__":{"caseType":"felanmalan"}}'
    ])
      for (const path of ['/api/v1/cases', '/api/v1/drafts', `${status}/events`]) await sendJson(path, body);
    expect((await sendJson('/api/v1/cases', JSON.stringify({ a: 'x'.repeat(2_000_000) }))).status).toBe(413);
  });
}
