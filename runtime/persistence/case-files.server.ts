import { read } from './transaction.server.ts';

const KEY = {
  name: 'storage-key',
  text: 'select storage_key from file where id = $2 and case_id = $1'
};

/** Where the content of a case's file is kept; undefined when the case has no such file. */
export async function storageKeyOf(caseId: string, fileId: string): Promise<string | undefined> {
  const [row] = await read<{ storage_key: string }>(KEY, [caseId, fileId]);
  return row?.storage_key;
}
