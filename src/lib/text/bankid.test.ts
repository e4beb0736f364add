import { describe, expect, it } from 'vitest';
import { messageKey, type Situation } from '#runtime/identity/bankid/messages.ts';
import { bankIdText } from './bankid.ts';

const qr: Situation = { purpose: 'auth', app: 'other-device', device: 'desktop' };
const sign: Situation = { purpose: 'sign', app: 'this-device', device: 'mobile' };

describe("BankID's words", () => {
  it.each([
    [{ status: 'pending', code: 'outstandingTransaction' }, qr, 'Starta BankID-appen.'],
    [{ status: 'pending', code: 'outstandingTransaction' }, sign, 'Försöker starta BankID-appen.'],
    [{ status: 'pending', code: 'userSign' }, qr, 'Skriv in din säkerhetskod i BankID-appen och välj Legitimera.'],
    [{ status: 'pending', code: 'userSign' }, sign, 'Skriv in din säkerhetskod i BankID-appen och välj Skriv under.'],
    [{ status: 'failed', code: 'userCancel' }, qr, 'Åtgärden avbruten.'],
    [{ status: 'failed', code: 'Maintenance' }, qr, 'Internt tekniskt fel. Försök igen.']
  ] as const)('%j', (outcome, situation, text) => {
    expect(bankIdText('sv', messageKey(outcome, situation))).toBe(text);
  });
});
