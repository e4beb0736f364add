// Installs what the lock file names when it is not installed yet. Plain JavaScript without dependencies, since it runs on whatever Node the host has.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Smedja needs Node 20 or newer to install itself; this is ${process.version}.`);
  process.exit(1);
}

const marker = 'node_modules/.installed';
const wanted = createHash('sha256')
  .update(readFileSync('package.json'))
  .update(readFileSync('package-lock.json'))
  .digest('hex');
const complete = existsSync('node_modules/.bin/node') && existsSync(marker) && readFileSync(marker, 'utf8') === wanted;

if (!complete) {
  console.log('Installing what is missing; this takes a minute or two the first time …');
  // `install`, not `ci`: optional packages for other platforms that a registry lacks make `npm ci` refuse the lock file.
  const install = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts=false'
  ];
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  execFileSync(command, [...first, ...install], { stdio: ['ignore', 'inherit', 'inherit'] });
  writeFileSync(marker, wanted);
}
