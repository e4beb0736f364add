import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { noticesDown, noticesUp, takeDownNotices } from './notices.server.ts';

const database = testDatabase();

beforeAll(async () => {
  await database.sql(`insert into organ (key, kind, name) values ('sbn', 'namnd', 'Samhällsbyggnadsnämnden')`);
});

const putUp = (title: string, upAt: string, lastDay: string) =>
  database.sql(
    `insert into notice (id, organ_key, kind, title, body, up_at, last_day) values ($1, 'sbn', 'kungorelse', $2, 'Innehåll', $3, $4)`,
    [randomUUID(), title, upAt, lastDay]
  );
const titles = (notices: readonly { title: string }[]) => notices.map(({ title }) => title);

describe('a notice on the anslagstavla', () => {
  it('is up through its last day in Stockholm, newest first, and not before it went up', async () => {
    await putUp('tidig', '2026-04-01T08:00:00Z', '2026-05-06');
    await putUp('sen', '2026-04-20T08:00:00Z', '2026-05-25');
    const at = async (instant: string) => titles(await noticesUp(new Date(instant)));
    expect(await at('2026-03-31T08:00:00Z')).toEqual([]);
    expect(await at('2026-05-06T21:59:00Z')).toEqual(['sen', 'tidig']);
    expect(await at('2026-05-06T22:01:00Z')).toEqual(['sen']);
  });

  it('says afterwards that it was up, and no longer what it said', async () => {
    const [past] = await noticesDown(new Date('2026-05-07T08:00:00Z'));
    expect(past).toMatchObject({
      title: 'tidig',
      organ: 'Samhällsbyggnadsnämnden',
      lastDay: '2026-05-06',
      downAt: null
    });
    expect(past).not.toHaveProperty('body');
  });

  it('is taken down once, with the instant as proof', async () => {
    const now = new Date('2026-05-07T02:00:00Z');
    expect(await takeDownNotices(now)).toBe(1);
    expect(await takeDownNotices(new Date('2026-05-08T02:00:00Z'))).toBe(0);
    expect((await noticesDown(now))[0]?.downAt).toEqual(now);
    expect(titles(await noticesUp(now))).toEqual(['sen']);
  });
});
