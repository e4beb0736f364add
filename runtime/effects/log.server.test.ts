import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What a process of its own writes to its log. */
const logged = (statement: string): string =>
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `import { log } from '${import.meta.dirname}/log.server.ts';${statement}`],
    {
      encoding: 'utf8',
      env: { ...process.env, LOG_LEVEL: 'info' }
    }
  );

describe('the log', () => {
  it('tells of a fault by kind, code and place, and never what it quotes', () => {
    const line = logged(
      `log.error({ error: Object.assign(new TypeError('key (personnummer)=(189001019802)'), { code: '23505' }) }, 'failed')`
    );
    expect(JSON.parse(line)).toMatchObject({ msg: 'failed', error: { type: 'TypeError', code: '23505' } });
    expect(line).not.toContain('189001019802');
  });

  it('blots out what names a person, should somebody log it', () => {
    const line = logged(
      `log.info({ personnummer: '189001019802', person: { name: 'Karin', email: 'k@exempel.example' }, answers: { a: 'hemligt' } }, 'x')`
    );
    expect(line).not.toMatch(/189001019802|Karin|exempel|hemligt/);
  });
});
