import { randomBytes } from 'node:crypto';
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

const ADD = {
  name: 'status-link-add',
  text: 'insert into status_link (token_hash, case_id, created_at) values ($1, $2, $3)'
};

/** A further link to a case's status, for a message: the links before it are known by their hashes only. */
export async function addStatusLink(caseId: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await read(ADD, [hashText(token), caseId, now]);
  return token;
}
