import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Json } from '../definition/json.ts';
import { PlatformError } from '../errors/platform-error.ts';

/** Bytes as PostgreSQL writes them in text and JSON: `\x` and hex. */
export type Hex = string;

const hex = (bytes: Buffer): Hex => `\\x${bytes.toString('hex')}`;

/** SHA-256 of a text, as for keys and tokens that are not kept in clear. */
export const hashText = (text: string): Hex => hex(createHash('sha256').update(text).digest());

/** The canonical JSON (RFC 8785) of a value: `jsonb` may reorder keys, a hash over this does not notice. */
export function canonical(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new PlatformError('json.not_canonical');
  return text;
}

export const hashJson = (value: Json): Hex => hashText(canonical(value));

/** What the hash of an entry of the timeline is taken over, beside the hash before it. */
export interface HashedEntry {
  readonly caseId: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly entry: Json;
}

/** The next link of a case's chain: over the link before it and everything that the entry says. */
export const chainHash = (previous: Hex | null, entry: HashedEntry): Hex =>
  hashText((previous ?? '') + canonical({ ...entry }));
