import { describe, expect, it } from 'vitest';
import { compile } from '../flow/compile.ts';
import { shippedCaseType } from '../testing/example-dossier.ts';
import { applicantOf, senderOf } from './applicant.ts';
import type { Actor } from './model.ts';

const report = compile(await shippedCaseType('orosanmalan'));
const fault = await shippedCaseType('felanmalan');
const karin: Actor = { kind: 'person', personId: 'karin', name: 'Karin Lindqvist', memberships: [] };
const nobody: Actor = { kind: 'anonymous' };

describe('who is known of an application', () => {
  it('is what its form asks for, with an address as it stands on an envelope', () => {
    const workAddress = { street: 'Skolgatan 1', postalCode: '812 30', city: 'Lindsjö' };
    expect(applicantOf(report, { actor: nobody, answers: { name: 'Elsa Nyström', workAddress } })).toEqual({
      name: 'Elsa Nyström',
      address: 'Skolgatan 1\n812 30 Lindsjö'
    });
  });

  it('is nobody where nothing is said', () => {
    expect(applicantOf(report, { actor: nobody, answers: { danger: false } })).toBeNull();
  });
});

describe('somebody who is logged in and sends', () => {
  it('is nobody known where the case type asks nobody who they are', () => {
    expect(senderOf(report.caseType.settings, { actor: karin, channel: 'e-service' })).toEqual(nobody);
  });

  it('is known where one may say who one is, and who registers a call always', () => {
    expect(senderOf(fault.settings, { actor: karin, channel: 'e-service' })).toBe(karin);
    expect(senderOf(report.caseType.settings, { actor: karin, channel: 'phone' })).toBe(karin);
  });
});
