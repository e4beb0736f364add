import { hashText } from './hash.server.ts';
import type { LoadedCase } from './load-case.server.ts';
import { LOADED_CASE } from './load-case.server.ts';
import { read } from './transaction.server.ts';

const BY_TOKEN = {
  name: 'case-by-token',
  text: `${LOADED_CASE} where c.id = (select case_id from status_link where token_hash = $1 and revoked_at is null)`
};

/** The case that a status link leads to; undefined when the token is unknown or revoked. */
export async function caseByToken(token: string): Promise<LoadedCase | undefined> {
  const [row] = await read<{ found: LoadedCase }>(BY_TOKEN, [hashText(token)]);
  return row?.found;
}
