import { describe, expect, it } from 'vitest';
import { messageKey, type Situation } from '#runtime/identity/bankid/messages.ts';
import { bankIdText } from './bankid.ts';

const qr: Situation = { purpose: 'auth', app: 'other-device', device: 'desktop' };
const sign: Situation = { purpose: 'sign', app: 'this-device', device: 'mobile' };

describe("BankID's words", () => {
  it.each([
    [{ status: 'pending', hintCode: 'outstandingTransaction' }, qr, 'Starta BankID-appen.'],
    [{ status: 'pending', hintCode: 'outstandingTransaction' }, sign, 'Försöker starta BankID-appen.'],
    [{ status: 'pending', hintCode: 'userSign' }, qr, 'Skriv in din säkerhetskod i BankID-appen och välj Legitimera.'],
    [
      { status: 'pending', hintCode: 'userSign' },
      sign,
      'Skriv in din säkerhetskod i BankID-appen och välj Skriv under.'
    ],
    [{ status: 'failed', hintCode: 'userCancel' }, qr, 'Åtgärden avbruten.'],
    [{ errorCode: 'Maintenance', httpStatus: 503 }, qr, 'Internt tekniskt fel. Försök igen.']
  ] as const)('%j', (outcome, situation, text) => {
    expect(bankIdText('sv', messageKey(outcome, situation))).toBe(text);
  });
});
