import type { Readable } from 'node:stream';
import { refuse, type Refusal } from '#runtime/errors/refusal.ts';
import type { FileStore, StoredFile } from '#runtime/ports/file-store.ts';
import type { VirusScanner } from '#runtime/ports/virus-scanner.ts';
import { isAmong, sniff } from './sniff.ts';

/** What a file control allows. */
export interface FileRules {
  /** Media types; `image/*` is all images. */
  readonly types: readonly string[];
  /** For one file. */
  readonly maxBytes: number;
  /** How many may still come: those already kept are counted off by the caller. */
  readonly maxCount: number;
}

export interface UploadPorts {
  readonly files: FileStore;
  /** Null where no scanner is configured. */
  readonly scanner: VirusScanner | null;
}

/** A file that was let in: its facts, as its row will have them. */
export interface ReceivedFile {
  readonly field: string;
  readonly name: string;
  readonly storageKey: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly scan: 'clean' | 'not-scanned';
}

interface Incoming {
  readonly field: string;
  readonly name: string;
  readonly content: Readable;
  readonly rules: FileRules;
}

class TooLarge extends Error {}

/**
 * Streams one file to the store, then looks at what it is: size while it streams, type by content, malware when there
 * is a scanner. A refused file is erased again; its stream is read to its end, so that what follows it is read too.
 * Throws when the sender went away.
 */
export async function receiveFile(incoming: Incoming, ports: UploadPorts): Promise<ReceivedFile | Refusal> {
  const { field, name, content, rules } = incoming;
  try {
    const stored = await ports.files.write(atMost(rules.maxBytes, content));
    const verdict = await judge(stored, incoming, ports).catch(async (fault: unknown) => {
      await ports.files.delete(stored.key);
      throw fault;
    });
    if (typeof verdict === 'object') {
      await ports.files.delete(stored.key);
      return verdict;
    }
    const { key: storageKey, size, sha256 } = stored;
    return { field, name, storageKey, size, sha256, mediaType: verdict, scan: ports.scanner ? 'clean' : 'not-scanned' };
  } catch (fault) {
    if (!(fault instanceof TooLarge)) throw fault;
    return refuse('file.too_large', { maxBytes: rules.maxBytes });
  } finally {
    content.resume();
  }
}

/** Its media type, or why it is not let in. */
async function judge(
  stored: StoredFile,
  { name, rules }: Incoming,
  { files, scanner }: UploadPorts
): Promise<string | Refusal> {
  const type = await sniff({ name, size: stored.size, open: () => files.read(stored.key) });
  if (!isAmong(type, rules.types)) return refuse('file.type_not_allowed', { types: rules.types });
  if (!scanner) return type;
  const found = await scanner.scan(await files.read(stored.key)).catch(() => 'not-scanned' as const);
  if (found === 'clean') return type;
  return refuse(found === 'infected' ? 'file.infected' : 'file.not_scanned');
}

async function* atMost(maxBytes: number, content: Readable): AsyncGenerator<Uint8Array> {
  let size = 0;
  // Not destroyed on leaving: what follows in the same request is behind it.
  for await (const chunk of content.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
    yield chunk;
  }
}
