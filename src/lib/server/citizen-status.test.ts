import { describe, expect, it } from 'vitest';
import type { CasePayment } from '#runtime';
import { compile } from '#runtime/flow/compile.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import { citizenStatus } from './citizen-status.ts';

const definition = compile(workedExample());
const now = new Date('2026-11-22T09:00:00Z');
const withdraw = { event: 'aterkalla', roles: [], meta: { confirm: true } };
const answer = { event: 'komplettera', roles: [], meta: {} };
const due: CasePayment = {
  automation: 'avgift',
  visit: 1,
  amount: 60_000,
  text: null,
  standing: 'asked',
  paidAt: null
};

const asked = (actionRequired: boolean, payments: readonly CasePayment[] = []) =>
  citizenStatus(
    {
      ...{
        number: 'KFN 2026/1',
        definition,
        told: [],
        journey: [],
        expected: null,
        openedAt: now,
        changedAt: now,
        payments
      },
      status: {
        ...{ state: 'komplettering', textKey: 'state.komplettering.status', phase: null, waitsFor: null, role: null },
        ...{ actionRequired, done: false, tells: [], deadline: null }
      },
      events: [withdraw, answer]
    },
    { language: 'sv', now }
  )
    .events.filter(({ isAsked }) => isAsked)
    .map(({ event }) => event);

describe('what the citizen is asked to do', () => {
  it('is the first that needs no second thought: never to withdraw', () => {
    expect(asked(true)).toEqual(['komplettera']);
  });

  it('is nothing while we work, and to pay while there is something to pay', () => {
    expect(asked(false)).toEqual([]);
    expect(asked(true, [due])).toEqual([]);
  });
});
