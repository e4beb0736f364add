import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MEGABYTE = 1_000_000;
let folder: string;
let server: ChildProcess;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smedja-upload-'));
  server = fork(join(import.meta.dirname, 'testing/upload-server.ts'), [folder], { execPath: process.execPath });
  [{ port }] = await once(server, 'message');
});
afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

async function upload(size: number): Promise<unknown> {
  const boundary = 'x'.repeat(30);
  const posted = request({
    port,
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'transfer-encoding': 'chunked' }
  });
  const answered = once(posted, 'response');
  posted.write(
    `--${boundary}\r\nContent-Disposition: form-data; name="ritning"; filename="ritning.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n`
  );
  const chunk = Buffer.alloc(MEGABYTE, 'a');
  for (let sent = 0; sent < size; sent += chunk.length) if (!posted.write(chunk)) await once(posted, 'drain');
  posted.end(`\r\n--${boundary}--\r\n`);
  const [response] = await answered;
  return json(response);
}

const memory = async (): Promise<{ rss: number; peak: number }> =>
  (await fetch(`http://localhost:${port}/memory`)).json();

describe('an upload of 200 MB', () => {
  it('raises the memory of the process by at most 50 MB', async () => {
    await upload(MEGABYTE); // everything loaded
    const before = await memory();
    const answer = await upload(200 * MEGABYTE);
    expect(answer).toMatchObject({ files: [{ name: 'ritning.pdf', size: 200 * MEGABYTE + 9 }], refusals: [] });
    const after = await memory();
    expect(after.peak - before.rss).toBeLessThan(50 * MEGABYTE);
  }, 60_000);
});
