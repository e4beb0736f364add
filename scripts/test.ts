// Everything that must hold before a change lands, in the order that tells soonest what is wrong. `npm test` and CI run this.
import { spawnSync } from 'node:child_process';

const STEPS: readonly (readonly [name: string, program: string, ...options: string[]])[] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['lint', 'eslint', '.'],
  ['sync', 'svelte-kit', 'sync'],
  ['types', 'svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ['unused', 'knip', '--no-progress'],
  ['laws', 'vitest', 'run', '--project', 'laws'],
  ['unit', 'vitest', 'run', '--project', 'unit', '--project', 'app'],
  ['database', 'vitest', 'run', '--project', 'db'],
  ['build', 'vite', 'build', '--logLevel', 'error'],
  ['browser', 'vitest', 'run', '--project', 'browser']
];

const wanted = process.argv.slice(2);
const results = STEPS.filter(([name]) => wanted.length === 0 || wanted.includes(name)).map(
  ([name, program, ...options]) => {
    console.log(`\n── ${name}`);
    const started = performance.now();
    const { status } = spawnSync(`node_modules/.bin/${program}`, options, { stdio: 'inherit' });
    return { name, ok: status === 0, seconds: (performance.now() - started) / 1000 };
  }
);

console.log();
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
