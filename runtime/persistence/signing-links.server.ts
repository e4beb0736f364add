import { randomBytes } from 'node:crypto';
import { hashText } from './hash.server.ts';
import { read } from './transaction.server.ts';

const ADD = {
  name: 'signing-link-add',
  text: 'insert into signing_link (token_hash, party_id, created_at) values ($1, $2, $3)'
};

/** A way for one co-signer to what they are asked to sign, for a message: the links before it are known by their hashes only. */
export async function addSigningLink(partyId: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await read(ADD, [hashText(token), partyId, now]);
  return token;
}

const BY_TOKEN = {
  name: 'party-by-signing-link',
  text: 'select y.id as "partyId", y.case_id as "caseId" from signing_link l join party y on y.id = l.party_id where l.token_hash = $1'
};

/** Whose link it is, and in which case; undefined when it is unknown. */
export async function partyBySigningLink(token: string): Promise<{ partyId: string; caseId: string } | undefined> {
  const [row] = await read<{ partyId: string; caseId: string }>(BY_TOKEN, [hashText(token)]);
  return row;
}
