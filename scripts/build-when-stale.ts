import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'runtime', 'designer', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const BUILT = 'build/handler.js';

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

/** Builds the web application when any of its sources is newer than the last build. */
export function buildWhenStale(): void {
  if (existsSync(BUILT) && Math.max(...SOURCES.map(newest)) <= statSync(BUILT).mtimeMs) return;
  console.log('Building …');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'];
  // Always as for production: under another NODE_ENV the browser would get the frameworks' development code.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, vite, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
