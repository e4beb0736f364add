import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('npm run demo:fill', () => {
  it('makes up nothing where there is no demo', () => {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      SMEDJA_DEMO: '',
      DATABASE_URL: 'postgres://127.0.0.1:1/nowhere'
    };
    const { status, stderr } = spawnSync(process.execPath, ['scripts/fill-demo.ts'], { env, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('This is no demo');
  });
});
