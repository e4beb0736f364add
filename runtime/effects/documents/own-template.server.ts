import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { PlatformError } from '../../errors/platform-error.ts';

const LONGEST_SOURCE = 256_000;
const MOST_BYTES = 20_000_000;
const SECONDS = 20;
const KILOBYTES = 4_000_000;

const script = createRequire(import.meta.url).resolve('#runtime/effects/documents/own-template-process.server.ts');

/** What goes to the process that makes the document, as JSON. */
export interface OwnTemplate {
  readonly source: string;
  readonly data: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Whether what typst says of a fault comes back, as the parameter `why`. */
  readonly tellsWhy: boolean;
}

/**
 * A document by a case type's own template, which may be wrong or worse: it is compiled in a process of its own, with limits on time,
 * memory and size, no file but the platform's layouts, and no network for packages to come from.
 *
 * @throws PlatformError `document.not_made`, also when a limit is passed
 */
export function makeByOwnTemplate(template: OwnTemplate): Promise<Uint8Array> {
  if (template.source.length > LONGEST_SOURCE) throw notMade('source-too-large');
  return new Promise((resolve, reject) => {
    // The shell sets limits that hold also when this process is gone.
    const limits = `ulimit -t ${SECONDS}; ulimit -v ${KILOBYTES} 2>/dev/null; exec "$0" "$1"`;
    const child = spawn('/bin/sh', ['-c', limits, process.execPath, script], {
      env: { PATH: process.env['PATH'], ...NO_NETWORK, ...NO_FILES },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: SECONDS * 1000,
      killSignal: 'SIGKILL'
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => reject(notMade('not-started')));
    child.on('close', (code) => {
      const out = Buffer.concat(chunks);
      if (code === 0) resolve(out);
      else reject(notMade('failed', template.tellsWhy ? out.toString('utf8') : ''));
    });
    // A child that has ended reads no more; that it ended says enough.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(template));
  });
}

// Typst fetches packages by these settings: nobody answers there.
const NOBODY = 'http://127.0.0.1:9';
const NO_NETWORK = {
  HTTP_PROXY: NOBODY,
  HTTPS_PROXY: NOBODY,
  ALL_PROXY: NOBODY,
  http_proxy: NOBODY,
  https_proxy: NOBODY
};
// Nor are packages of whoever runs the server found.
const NO_FILES = { HOME: '/nonexistent', XDG_DATA_HOME: '/nonexistent', XDG_CACHE_HOME: '/nonexistent' };

const notMade = (reason: string, why = '') =>
  new PlatformError('document.not_made', { kind: 'own', reason, ...(why && { why }) });
