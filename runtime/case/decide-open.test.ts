import { describe, expect, it } from 'vitest';
import { isRefusal } from '../errors/refusal.ts';
import { compile } from '../flow/compile.ts';
import { workedExample } from '../testing/case-types.ts';
import { decideOpen } from './decide-open.ts';
import { rulesOf } from './rules.server.ts';

const rules = rulesOf(compile(workedExample()));
const now = new Date('2026-03-02T08:00:00Z');
const handedOver = (answers: object) =>
  decideOpen(
    rules,
    {
      caseId: 'c1',
      actor: { kind: 'system' },
      answers: JSON.parse(JSON.stringify(answers)),
      facts: { channel: 'letter' }
    },
    now
  );

describe('what another case hands over', () => {
  it('has come in as it is, since nobody is there to answer for the sender', () => {
    expect(isRefusal(handedOver({ kind: 'drift' }))).toBe(false);
  });

  it('must still be right in what it says', () => {
    expect(handedOver({ kind: 'nonsens' })).toMatchObject({ refused: 'form.answers_invalid' });
  });
});
