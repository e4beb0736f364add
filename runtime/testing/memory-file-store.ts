import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { PlatformError } from '../errors/platform-error.ts';
import type { FileStore } from '../ports/file-store.ts';

/** Files in memory; `contents` shows what is kept. */
export function memoryFileStore(): FileStore & { readonly contents: ReadonlyMap<string, Uint8Array> } {
  const contents = new Map<string, Uint8Array>();
  return {
    contents,
    async write(content) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const key = randomBytes(16).toString('hex');
      contents.set(key, bytes);
      return { key, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    async read(key) {
      const bytes = contents.get(key);
      if (!bytes) throw new PlatformError('file.missing', { key });
      return Readable.from([bytes], { objectMode: false });
    },
    async delete(key) {
      contents.delete(key);
    },
    async *writtenBefore() {
      yield* contents.keys();
    }
  };
}
