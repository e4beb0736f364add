import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileText } from '../hostile.ts';
import { bombs } from './bombs.ts';
import { encoded, OWNER, property, send, sendJson, type Scene } from './scene.ts';

/** Of the product's process, in bytes. */
async function memory(): Promise<number> {
  const text = await (await send('/metrics')).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}

/** Others are answered while a file is looked at. */
async function isAnsweredMeanwhile(): Promise<void> {
  const from = performance.now();
  await send('/healthz');
  expect(performance.now() - from).toBeLessThan(3000);
}

export function attackUploads(at: () => Scene): void {
  it('in files that are sent up is kept as a file, under a name, or refused', async () => {
    const { draft: handle } = await (await sendJson('/api/v1/drafts', { caseType: 'felanmalan' })).json();
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.constantFrom(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
        '%PDF-1.7\n<script>x()</script>',
        'GIF89a<script>x()</script>',
        'PK\u0003\u0004'
      )
    );
    await property(fc.tuple(hostileText, hostileText, content), async ([name, field, bytes]) => {
      const query = `field=${encoded(name.length % 2 === 0 ? '/photos' : field)}&name=${encoded(name)}`;
      const body = new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]);
      await send(`/api/v1/drafts/${handle}/files?${query.slice(0, 8000)}`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/octet-stream' } },
        body
      });
    });
  });

  it('in a small file that unpacks to gigabytes is never unpacked', async () => {
    const { draft, as } = at();
    const { draft: handle } = await (await sendJson('/api/v1/drafts', { caseType: 'felanmalan' })).json();
    const before = await memory();
    for (const { name, bytes } of bombs()) {
      const file = new Blob([Uint8Array.from(bytes)]);
      const query = `field=${encoded('/photos')}&name=${encoded(name)}`;
      // As browsers and programs send: one that is to be closed may be so before all of it has come.
      const type = { 'content-type': 'application/octet-stream', connection: 'keep-alive' };
      const [kept] = await Promise.all([
        send(`/api/v1/drafts/${handle}/files?${query}`, { method: 'POST', headers: type, body: file }),
        isAnsweredMeanwhile()
      ]);
      expect([name, kept.status]).toEqual([name, name.endsWith('.png') ? 201 : 409]);
      const form = new FormData();
      form.append('/drawings', file, name);
      await Promise.all([
        send(`/e-tjanster/bygglov/ansok/${draft}/handlingar`, {
          method: 'POST',
          body: form,
          headers: { ...as(`the citizen ${OWNER}`), accept: 'text/html', connection: 'keep-alive' }
        }),
        isAnsweredMeanwhile()
      ]);
      // A packed request is no JSON, and is not unpacked to see.
      const json = { ...type, 'content-type': 'application/json', 'content-encoding': 'gzip', 'idempotency-key': name };
      const refused = await send('/api/v1/cases', { method: 'POST', headers: json, body: file });
      expect(refused.ok).toBe(false);
    }
    expect((await memory()) - before).toBeLessThan(150_000_000);
  });
}
