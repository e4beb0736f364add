import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError } from '../errors/platform-error.ts';
import type { FileStore, StoredFile } from '../ports/file-store.ts';

/**
 * Files below `folder`. One is written beside its place, forced to disk and renamed, so that a key that somebody
 * holds always leads to a whole file, also after a power cut. 256 subfolders keep each folder small.
 */
export function diskFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  const place = (key: string) => {
    if (!/^[0-9a-f]{32}$/.test(key)) throw new PlatformError('file.missing', { key: 'malformed' });
    return join(folder, key.slice(0, 2), key);
  };
  return {
    async write(content) {
      const key = randomBytes(16).toString('hex');
      const path = place(key);
      const temporary = join(incoming, key);
      await mkdir(incoming, { recursive: true });
      await mkdir(join(path, '..'), { recursive: true });
      try {
        const { size, sha256 } = await writeThrough(temporary, content);
        await rename(temporary, path);
        await force(join(path, '..'));
        return { key, size, sha256 };
      } catch (fault) {
        await rm(temporary, { force: true });
        throw fault;
      }
    },
    async read(key) {
      const file = await open(place(key)).catch((fault) => {
        throw new PlatformError('file.missing', { key }, fault);
      });
      return file.createReadStream();
    },
    async delete(key) {
      await rm(place(key), { force: true });
    },
    async *writtenBefore(instant) {
      for (const sub of await subfolders(folder)) {
        for (const key of await readdir(join(folder, sub))) {
          const written = await stat(join(folder, sub, key)).catch(() => null);
          if (written && written.mtime < instant) yield key;
        }
      }
    }
  };
}

async function writeThrough(path: string, content: AsyncIterable<Uint8Array>): Promise<Omit<StoredFile, 'key'>> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** A renamed file is safe only when its folder is on disk too. */
async function force(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const subfolders = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
