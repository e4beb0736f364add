import { read } from './transaction.server.ts';

const ANY = { name: 'has-cases', text: 'select exists (select from case_) as found' };

/** Whether any case was ever opened here. */
export async function hasCases(): Promise<boolean> {
  const [row] = await read<{ found: boolean }>(ANY);
  return row?.found ?? false;
}
