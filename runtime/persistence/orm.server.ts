import { Migrator } from '@mikro-orm/migrations';
import {
  MikroORM,
  type EntityManager,
  type EntityMetadata,
  type EntityProperty,
  type Options
} from '@mikro-orm/postgresql';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { PlatformError } from '../errors/platform-error.ts';
import * as entities from './entities/index.ts';

const migrations = join(import.meta.dirname, '../../migrations');

/** A fact about a case is never forgotten because what it points at goes away, which is MikroORM's way with a nullable relation. */
function forgetNothing({ properties }: EntityMetadata): void {
  for (const property of Object.values<EntityProperty>(properties))
    if (property.kind === 'm:1') property.deleteRule ??= 'no action';
}

/** How MikroORM meets the database: the same for the running product, the migrations and the tests. */
export const ormOptions = (url: string): Options => ({
  clientUrl: url,
  entities: Object.values(entities).filter((value) => typeof value === 'object' && 'meta' in value),
  extensions: [Migrator],
  forceUtcTimezone: true,
  logger: () => undefined,
  ensureDatabase: false,
  schemaGenerator: {
    defaultDeleteRule: 'no action',
    defaultUpdateRule: 'no action',
    ignoreSchema: ['graphile_worker'],
    ignoreTriggers: true,
    skipViews: ['own_role', 'held_role']
  },
  discovery: { onMetadata: forgetNothing },
  migrations: { path: migrations, pathTs: migrations, snapshot: false, emit: 'ts', dropTables: false, safe: true }
});

/** Queries of one transaction are sent without waiting for each other's answers; and as a role that may not rewrite history, when one is set. */
const connection = (role: string | undefined) => ({
  pipeline: true,
  connectionTimeoutMillis: 10_000,
  ...(role && { options: `-c role=${role}` })
});

let started: MikroORM | undefined;

function orm(): MikroORM {
  const url = process.env.DATABASE_URL;
  if (!url) throw new PlatformError('database.not_configured');
  started ??= new MikroORM({
    ...ormOptions(url),
    pool: { min: 0, max: Number(process.env.DATABASE_POOL ?? 16) },
    driverOptions: connection(process.env.DATABASE_ROLE)
  });
  return started;
}

/** A fresh unit of work. For schema, administration and ordinary reads; a case is changed by the one writer only. */
export const entityManager = (): EntityManager => orm().em.fork();

/** The one pool of this process, opened at the first use. */
export const pool = (): Promise<Pool> => orm().em.getDriver().getConnection().getNativeClient();

/** Closes the pool, so that the process can end. The next use opens it anew. */
export async function closeDatabase(): Promise<void> {
  const closing = started;
  started = undefined;
  // MikroORM ends only a pool that it has asked something itself, and one that is idle keeps the process for ten seconds.
  const opened = await closing?.em.getDriver().getConnection().getNativeClient();
  await closing?.close(true);
  if (opened && !opened.ended) await opened.end();
}
