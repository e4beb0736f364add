import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { limit, network } from './rate-limit.server.ts';

const database = testDatabase();
const now = new Date('2026-11-23T08:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const times = async (count: number, ip: string, at = now) => {
  const answers = await Promise.all(Array.from({ length: count }, () => limit('filing', ip, at)));
  return answers.filter((refused) => refused !== null);
};

describe('filing too often from one address', () => {
  it('is refused once over the limit, however many nodes count, and allowed when the window has passed', async () => {
    expect(await times(60, '192.0.2.1')).toEqual([]);
    expect(await times(2, '192.0.2.1', later(600))).toEqual([
      { refused: 'limit.exceeded', params: { seconds: 3000 } },
      { refused: 'limit.exceeded', params: { seconds: 3000 } }
    ]);
    expect(await times(1, '192.0.2.1', later(3600))).toEqual([]);
  });

  it('hurts no other address and nothing else', async () => {
    await times(61, '192.0.2.2');
    expect(await times(1, '192.0.2.3')).toEqual([]);
    expect(await limit('login', '192.0.2.2', now)).toBeNull();
  });

  it('leaves no address in the database', async () => {
    await times(1, '192.0.2.4');
    const rows = await database.sql<{ key: string }>('select key from rate_limit');
    expect(rows.map(({ key }) => key).join(' ')).not.toContain('192.0.2');
  });
});

describe('an address of IPv6', () => {
  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['192.0.2.1', '192.0.2.1']
  ])('%s counts as %s', (ip, counted) => {
    expect(network(ip)).toBe(counted);
  });
});
