// Everything that must hold before a change lands, in the order that tells soonest what is wrong. `npm test` and CI run this.
import { spawn } from 'node:child_process';
import { publishedOnce } from '../tests/support/server.ts';
import { faultsIn } from './faults.ts';

type Command = readonly [program: string, ...options: string[]];

/** The commands of a step run side by side. */
const STEPS: Readonly<Record<string, readonly Command[]>> = {
  sync: [['svelte-kit', 'sync']],
  style: [
    ['prettier', '--check', '--log-level', 'warn', '.'],
    ['eslint', '.']
  ],
  types: [
    ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
    ['knip', '--no-progress']
  ],
  laws: [['vitest', 'run', '--project', 'laws']],
  unit: [['vitest', 'run', '--project', 'unit', '--project', 'app']],
  database: [['vitest', 'run', '--project', 'db']],
  build: [['vite', 'build', '--logLevel', 'error']],
  // The shards have a product each, so they do not meet. They wait at times, for the phone or for a mail: so one more than cores.
  browser: ['1/3', '2/3', '3/3'].map((shard): Command => ['vitest', 'run', '--project', 'browser', '--shard', shard])
};

/**
 * The steps in order; what stands together runs side by side, since neither keeps both cores busy alone. The build stands alone:
 * Vitest writes SvelteKit's generated files anew when it starts, and a build that reads them meanwhile is broken.
 */
const ORDER = [['sync'], ['style', 'types', 'laws'], ['unit'], ['database'], ['build'], ['browser']] as const;

/** What the commands of a step share while they run. */
const SURROUNDINGS: Readonly<Record<string, typeof publishedOnce>> = { browser: publishedOnce };

const LONGEST_LINE = 240;

/** Runs one command and answers what went wrong; its words come together when it has ended, since others run beside it. */
function run([program, ...options]: Command, environment: Readonly<Record<string, string>>): Promise<string[]> {
  return new Promise((ended) => {
    const env = { ...process.env, ...environment };
    const child = spawn(`node_modules/.bin/${program}`, options, { stdio: ['ignore', 'pipe', 'pipe'], env });
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

async function faultsOf(name: string): Promise<string[]> {
  const surroundings = await SURROUNDINGS[name]?.();
  const commands = STEPS[name] ?? [];
  const faults = await Promise.all(commands.map((one) => run(one, surroundings?.environment ?? {})));
  await surroundings?.remove();
  return faults.flat();
}

async function take(name: string): Promise<void> {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const faults = await faultsOf(name).catch((error: unknown) => [String(error)]);
  results.push({ name, faults, seconds: (performance.now() - started) / 1000 });
}

for (const together of ORDER)
  await Promise.all(together.filter((name) => wanted.length === 0 || wanted.includes(name)).map(take));

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
