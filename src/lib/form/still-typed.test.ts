import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileForm } from '#runtime/form/compile-form.ts';
import { stillTyped } from './still-typed.ts';
import { answers, everyKind } from './testing/every-kind.ts';

const { fields } = compileForm(everyKind);
const file = (id: string, tag?: string) => ({ id, name: `${id}.pdf`, size: 1, ...(tag && { tag }) });

describe('what was typed while a page was on its way', () => {
  const sent = { text: 'Karin', costs: [{ amount: 100 }] };

  it('stands where the server took what was sent', () => {
    const typed = { text: 'Karin Lind', costs: [{ amount: 120 }] };
    expect(stillTyped(fields, { sent, given: sent, typed })).toEqual({ answers: typed, hasNews: false });
  });

  it('gives way where the server says something of its own', () => {
    const merged = stillTyped(fields, { sent: answers.valid, given: answers.empty, typed: answers.valid });
    expect(merged.hasNews).toBe(true);
  });

  it('has the files as the server keeps them, with what they were called meanwhile', () => {
    const given = { file: [file('plan'), file('fasad')] };
    const typed = { file: [file('plan', 'ritning')] };
    const { answers: left, hasNews } = stillTyped(fields, { sent: { file: [file('plan')] }, given, typed });
    expect(left).toEqual({ file: [file('plan', 'ritning'), file('fasad')] });
    expect(hasNews).toBe(false);
  });

  it('is all there is when the server took it all, whatever it was', () => {
    const any = fc.constantFrom(answers.valid, answers.wrong, answers.hostile, answers.empty);
    fc.assert(
      fc.property(any, any, (before, typed) => {
        const { hasNews } = stillTyped(fields, { sent: before, given: before, typed });
        expect(hasNews).toBe(false);
        expect(stillTyped(fields, { sent: before, given: before, typed: before }).answers).toEqual(before);
      })
    );
  });
});
