import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskFileStore } from './disk-file-store.server.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smedja-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}
const filesBelow = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

describe('a file on disk', () => {
  it('is read as it was written, and known by the SHA-256 of its content', async () => {
    const store = diskFileStore(folder);
    const stored = await store.write(chunks('Ritning ', 'över ', 'uthus'));
    expect(await text(await store.read(stored.key))).toBe('Ritning över uthus');
    expect(stored).toMatchObject({
      size: 19,
      sha256: 'f3cc6972af1322732a7b8fc8c50ba42a84979e6e2afe387ccfcaec1623602771'
    });
    await store.delete(stored.key);
    await expect(store.read(stored.key)).rejects.toThrow('file.missing');
  });

  it('leaves nothing behind when its sender goes away', async () => {
    const store = diskFileStore(folder);
    const before = await filesBelow();
    const broken = async function* () {
      yield Buffer.from('half a draw');
      throw new Error('the sender went away');
    };
    await expect(store.write(broken())).rejects.toThrow('went away');
    expect(await filesBelow()).toBe(before);
  });

  it('is not reached by a key that is a path', async () => {
    await expect(diskFileStore(folder).read('../../../../../etc/passwd')).rejects.toThrow('file.missing');
  });

  it('is listed among those older than an instant, so that files without a row can be erased', async () => {
    const store = diskFileStore(folder);
    const { key } = await store.write(chunks('old'));
    expect(await Array.fromAsync(store.writtenBefore(new Date(Date.now() + 10_000)))).toContain(key);
    expect(await Array.fromAsync(store.writtenBefore(new Date(0)))).toEqual([]);
  });
});
