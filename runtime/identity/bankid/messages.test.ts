import { describe, expect, it } from 'vitest';
import { messageKey, type Situation } from './messages.ts';

const situation = (app: Situation['app'], purpose: Situation['purpose'] = 'auth'): Situation => ({
  app,
  purpose,
  device: 'desktop'
});
const here = situation('this-device');
const there = situation('other-device');

describe('the text for a pending order', () => {
  it.each([
    ['outstandingTransaction', there, 'rfa1'],
    ['outstandingTransaction', here, 'rfa13'],
    ['noClient', here, 'rfa1'],
    ['started', there, 'rfa14-desktop'],
    ['started', here, 'rfa15-desktop'],
    ['started', { ...here, device: 'mobile' }, 'rfa15-mobile'],
    ['userMrtd', here, 'rfa23'],
    ['userSign', here, 'rfa9-auth'],
    ['userSign', situation('this-device', 'sign'), 'rfa9-sign'],
    ['processing', here, 'rfa21-auth'],
    ['a hint from the future', there, 'rfa21-auth'],
    ['constructor', there, 'rfa21-auth']
  ] as const)('%s', (code, where, key) => {
    expect(messageKey({ status: 'pending', code }, where)).toBe(key);
  });
});

describe('the text for a failed order', () => {
  it.each([
    ['cancelled', there, 'rfa3'],
    ['userCancel', there, 'rfa6'],
    ['expiredTransaction', there, 'rfa8'],
    ['certificateErr', there, 'rfa16'],
    ['startFailed', there, 'rfa17-qr'],
    ['startFailed', here, 'rfa17-app'],
    ['transactionRiskBlocked', there, 'rfa22'],
    ['a hint from the future', there, 'rfa22']
  ] as const)('%s', (code, where, key) => {
    expect(messageKey({ status: 'failed', code }, where)).toBe(key);
  });
});

describe('the text for a refused request', () => {
  it.each([
    ['alreadyInProgress', 'rfa4'],
    ['requestTimeout', 'rfa5'],
    ['Maintenance', 'rfa5'],
    ['internalError', 'rfa5'],
    ['unreachable', 'rfa5'],
    ['invalidParameters', 'rfa22'],
    ['a code from the future', 'rfa22']
  ])('%s', (code, key) => {
    expect(messageKey({ status: 'failed', code }, there)).toBe(key);
  });
});
