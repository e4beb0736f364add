import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onServer } from '../../../tests/support/test-database.ts';
import { migrate } from '../migrate.server.ts';
import { ormOptions } from '../orm.server.ts';

const name = `test_${randomUUID().replaceAll('-', '')}`;
const url = new URL(inject('databaseServer'));
url.pathname = `/${name}`;
let sql: pg.Client;

const PEOPLE = ['rasmus', 'lena', 'quit', 'token', 'citizen'] as const;
const ids = Object.fromEntries(PEOPLE.map((who) => [who, randomUUID()]));

beforeAll(async () => {
  await onServer(`create database ${name}`);
  await runMigrations({ connectionString: url.href });
  const orm = new MikroORM(ormOptions(url.href));
  await orm.migrator.up({ to: 'Migration20261122090000_payments' });
  await orm.close(true);
  sql = new pg.Client(url.href);
  await sql.connect();
  await sql.query(`insert into organ values ('miljonamnden', 'namnd', 'Miljönämnden')`);
  for (const who of PEOPLE)
    await sql.query(`insert into person (id, issuer, subject, name, created_at) values ($1, $2, $3, $3, now())`, [
      ids[who],
      who === 'token' ? 'service-account' : 'https://login.example',
      who
    ]);
  const member = (who: string, role: string, to: string | null = null) =>
    sql.query(
      `insert into membership (id, person_id, organ_key, role, from_day, to_day) values ($1, $2, 'miljonamnden', $3, '2025-01-01', $4)`,
      [randomUUID(), ids[who], role, to]
    );
  await member('rasmus', 'administrator');
  await member('lena', 'caseworker');
  await member('quit', 'administrator', '2025-12-31');
  await member('token', 'administrator');
  await migrate(url.href);
});
afterAll(async () => {
  await sql?.end();
  await onServer(`drop database ${name} with (force)`);
});

describe('a database from before the organisation was kept on pages', () => {
  it('knows as colleagues those who have had a role, and no citizen and no other system', async () => {
    const { rows } = await sql.query('select user_name from employee order by user_name');
    expect(rows.map((row) => row.user_name)).toEqual(['lena', 'quit', 'rasmus']);
  });

  it('has as system administrators those who administered a whole organ', async () => {
    const { rows } = await sql.query('select person_id from system_administrator');
    expect(rows).toEqual([{ person_id: ids['rasmus'] }]);
  });

  it('leaves every role as it was, those of a login to the login', async () => {
    const { rows } = await sql.query(
      `select p.subject, h.role, m.source from held_role h join membership m using (person_id, role) join person p on p.id = h.person_id
       where h.to_day is null order by p.subject`
    );
    expect(rows).toEqual([
      { subject: 'lena', role: 'caseworker', source: 'claim' },
      { subject: 'rasmus', role: 'administrator', source: 'claim' },
      { subject: 'token', role: 'administrator', source: 'page' }
    ]);
  });
});
