import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { testDatabase } from '../tests/support/test-database.ts';

const database = testDatabase();

it('the filling of the demo ends by itself when it is done, also when whoever started it waits for nothing else', async () => {
  const env = { ...process.env, DATABASE_URL: database.url, NODE_ENV: 'development' };
  const filling = fork('scripts/fill-demo.ts', ['--cases', '0', '--seed', '2'], { env, silent: true });
  expect(await once(filling, 'exit')).toEqual([0, null]);
});
