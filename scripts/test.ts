// Everything that must hold before a change lands, in the order that tells soonest what is wrong. `npm test` and CI run this.
import { spawn } from 'node:child_process';
import { faultsIn } from './faults.ts';

type Command = readonly [program: string, ...options: string[]];

/** The commands of a step run side by side. The browser's shards have a server each, so they do not meet. */
const STEPS: Readonly<Record<string, readonly Command[]>> = {
  style: [
    ['prettier', '--check', '--log-level', 'warn', '.'],
    ['eslint', '.']
  ],
  sync: [['svelte-kit', 'sync']],
  types: [
    ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
    ['knip', '--no-progress']
  ],
  laws: [['vitest', 'run', '--project', 'laws']],
  unit: [['vitest', 'run', '--project', 'unit', '--project', 'app']],
  database: [['vitest', 'run', '--project', 'db']],
  build: [['vite', 'build', '--logLevel', 'error']],
  browser: [
    ['vitest', 'run', '--project', 'browser', '--shard', '1/2'],
    ['vitest', 'run', '--project', 'browser', '--shard', '2/2']
  ]
};

const LONGEST_LINE = 240;

/** Runs one command and answers what went wrong; its words come together when it has ended, since others run beside it. */
function run([program, ...options]: Command): Promise<string[]> {
  return new Promise((ended) => {
    const child = spawn(`node_modules/.bin/${program}`, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    const words: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => words.push(chunk));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(words));
      ended(code === 0 ? [] : [program, ...faultsIn(Buffer.concat(words).toString())]);
    });
  });
}

const wanted = process.argv.slice(2);
const results: { name: string; faults: string[]; seconds: number }[] = [];
for (const [name, commands] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const faults = (await Promise.all(commands.map(run))).flat();
  results.push({ name, faults, seconds: (performance.now() - started) / 1000 });
}

console.log();
for (const { name, faults, seconds } of results) {
  console.log(`${faults.length === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failed = results.filter(({ faults }) => faults.length > 0);
for (const { name, faults } of failed) {
  console.log(`\n── ${name} failed`);
  for (const line of faults) console.log(line.slice(0, LONGEST_LINE));
}
console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
