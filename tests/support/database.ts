import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../runtime/persistence/embedded.server.ts';
import { migrate } from '../../runtime/persistence/migrate.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/** One PostgreSQL for the whole run, with one migrated database that every test file copies (see `testDatabase`). */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'smedja-test-'));
  const server = await startDatabase(join(folder, 'postgres'), { throwaway: true });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('create database template_smedja');
  await admin.end();
  const template = new URL(server.url);
  template.pathname = '/template_smedja';
  await migrate(template.href);
  project.provide('databaseServer', server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
