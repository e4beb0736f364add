import { read } from './transaction.server.ts';

const KNOWN = { name: 'storage-keys-known', text: 'select storage_key from file where storage_key = any($1)' };

/** Those of some keys of the file store that no row knows. */
export async function unknownKeys(keys: readonly string[]): Promise<string[]> {
  const rows = await read<{ storage_key: string }>(KNOWN, [keys]);
  const known = new Set(rows.map(({ storage_key }) => storage_key));
  return keys.filter((key) => !known.has(key));
}
