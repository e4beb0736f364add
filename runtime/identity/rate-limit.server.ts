import { createHash } from 'node:crypto';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { countTry } from '../persistence/rate-limits.server.ts';

/**
 * Tries per window from one address. Wide enough for a library, a school or a town hall behind one address; what must not be
 * guessed is protected by its length, not by these.
 */
const LIMITS = {
  login: { tries: 200, seconds: 600 },
  filing: { tries: 60, seconds: 3600 },
  'status-link': { tries: 300, seconds: 600 }
} as const;

export type Limited = keyof typeof LIMITS;

/** One household has a whole /64 of IPv6 addresses to choose from. */
export function network(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

/** Counts one try, and refuses with `limit.exceeded` (`seconds` until the next may succeed) when there were too many. Addresses are stored hashed. */
export async function limit(what: Limited, ip: string, now: Date): Promise<Refusal | null> {
  const { tries, seconds } = LIMITS[what];
  const key = createHash('sha256')
    .update(`${what} ${network(ip)}`)
    .digest('hex');
  const { count, until } = await countTry(key, seconds, now);
  if (count <= tries) return null;
  return refuse('limit.exceeded', { seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) });
}
