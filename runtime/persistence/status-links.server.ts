import { randomBytes } from 'node:crypto';
import type { StepTaken } from '../flow/journey.ts';
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

const STEPS = {
  name: 'steps-taken',
  text: `select at, entry->'to' as "to" from timeline where case_id = $1 and entry is not null order by seq`
};

/** When a case was led where, as its timeline tells it. */
export const stepsTaken = (caseId: string): Promise<StepTaken[]> =>
  read<StepTaken & Record<string, unknown>>(STEPS, [caseId]);

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
