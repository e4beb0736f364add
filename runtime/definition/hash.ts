import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { PlatformError } from '../errors/platform-error.ts';
import type { CaseType } from './case-type.ts';

/**
 * What identifies a version of a case type: SHA-256 in hex of its canonical JSON (RFC 8785). Layout and scenarios are
 * left out, since they change nothing that a case does; a template counts by the hash of its bytes. Pure.
 */
export function hashCaseType({ settings, forms, flow, decisions, texts, templates }: CaseType): string {
  const canonical = canonicalize({ settings, forms, flow, decisions, texts, templates });
  if (canonical === undefined) throw new PlatformError('definition.not_json');
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
