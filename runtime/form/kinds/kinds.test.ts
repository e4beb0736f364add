import { describe, expect, it } from 'vitest';
import type { Json } from '../../definition/json.ts';
import type { TypedSchema } from '../../definition/types.ts';
import type { Look, Reading } from './model.ts';
import type { ControlOptions, FieldKind } from '../../definition/types.ts';
import { KINDS } from './registry.ts';

const today = '2026-11-21';
const STRING: TypedSchema = { type: 'string', maxLength: 200 };
const reading = (schema: TypedSchema = STRING): Reading => ({ schema, today });
const look = (language: string): Look => ({ language, option: (value) => `«${value}»` });
const read = (kind: FieldKind, ...posted: string[]): Json | undefined => KINDS[kind].parse(posted, reading());
const print = (kind: FieldKind, value: Json, language = 'sv'): string =>
  KINDS[kind].format(value, look(language)).join('|').replace(/\s/g, ' ');

describe('an amount as people type it', () => {
  it.each([
    ['1200', 120_000],
    ['1 200', 120_000],
    ['1\u00a0234,50 kr', 123_450],
    ['1\u202f234,5', 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['SEK 12', 1200],
    ['12:-', 1200],
    ['−5', -500],
    ['0', 0]
  ])('%s is read', (text, ore) => expect(read('money', text)).toBe(ore));

  it.each(['tolv', '12,345', '1.2.3', '1e5', '12 kr st', '-', ','])('%s is kept as typed', (text) =>
    expect(read('money', text)).toBe(text)
  );

  it('is printed in kronor', () => {
    expect(print('money', 120_000)).toBe('1 200 kr');
    expect(print('money', 123_450)).toBe('1 234,50 kr');
    expect(print('money', -50)).toBe('−0,50 kr');
    expect(print('money', 123_450, 'en')).toBe('SEK 1,234.50');
    expect(print('money', 'tolv')).toBe('tolv');
  });
});

describe('a number', () => {
  const integer: TypedSchema = { type: 'integer' };
  it('is a JSON number, or keeps its digits where the schema says text', () => {
    expect(KINDS.number.parse(['1 234,5'], reading(integer))).toBe(1234.5);
    expect(KINDS.number.parse(['1 234,50'], reading())).toBe('1234.50');
    expect(KINDS.number.parse(['99999999999999999999'], reading(integer))).toBe('99999999999999999999');
  });
  it('is printed with the signs of the language', () => {
    expect(print('number', 1234567.5)).toBe('1 234 567,5');
    expect(print('number', '1234.50', 'en')).toBe('1,234.50');
  });
});

describe('a day as people type it', () => {
  it.each([
    '2026-11-21',
    '20261121',
    '2026/11/21',
    '21/11 2026',
    '21.11.2026',
    '21 nov 2026',
    '21 November 2026',
    'den 21 november 2026'
  ])('%s is read', (text) => expect(read('date', text)).toBe('2026-11-21'));
  it.each([
    ['1 maj 2026', '2026-05-01'],
    ['2 May 2026', '2026-05-02'],
    ['3 okt. 2026', '2026-10-03'],
    ['4 mars 2026', '2026-03-04'],
    ['5 sept 2026', '2026-09-05'],
    ['6 march 2026', '2026-03-06'],
    ['2024-2-29', '2024-02-29']
  ])('%s is read as %s', (text, day) => expect(read('date', text)).toBe(day));
  it.each([
    '2026-02-30',
    '2025-02-29',
    '21/11',
    '261121',
    '21/13 2026',
    '21 marsipan 2026',
    '0202-11-21',
    'i morgon',
    '2026-1121'
  ])('%s is kept as typed', (text) => expect(read('date', text)).toBe(text));
  it('is printed with its month in words', () => {
    expect(print('date', '2026-11-21')).toBe('21 nov 2026');
    expect(print('date', '2026-05-01', 'en')).toBe('1 May 2026');
    expect(print('date', '2026-02-30')).toBe('2026-02-30');
  });
});

describe('a time of day', () => {
  it.each([
    ['8', '08:00'],
    ['8.30', '08:30'],
    ['kl. 17:05', '17:05'],
    ['0830', '08:30'],
    ['24:00', '24:00'],
    ['8.75', '8.75']
  ])('%s becomes %s', (text, time) => expect(read('time', text)).toBe(time));
});

describe('a personnummer as people type it', () => {
  it.each([
    ['900101-2385', '199001012385'],
    ['19900101 2385', '199001012385'],
    ['199001012385', '199001012385'],
    ['900101+9802', '189001019802'],
    ['18900101-9802', '189001019802'],
    ['091231-2394', '200912312394'],
    ['19150072-2390', '191500722390']
  ])('%s becomes %s', (text, number) => expect(read('personal-number', text)).toBe(number));
  it('is kept as typed when the check digit is wrong', () => {
    expect(read('personal-number', '900101-2386')).toBe('900101-2386');
  });
  it('is printed with a hyphen', () => expect(print('personal-number', '199001012385')).toBe('19900101-2385'));
});

describe('other answers as people type them', () => {
  it.each<[FieldKind, string, Json]>([
    ['organisation-number', '556016-0680', '5560160680'],
    ['organisation-number', '16556016-0680', '5560160680'],
    ['organisation-number', '556016-0681', '556016-0681'],
    ['phone', '070-174 06 05', '+46701740605'],
    ['phone', '+46 (0)70 174 06 05', '+46701740605'],
    ['phone', '0046 8 123 456', '+468123456'],
    ['phone', 'ring mig', 'ring mig'],
    ['email', ' anna@example.se ', 'anna@example.se'],
    ['yes-no', 'true', true],
    ['yes-no', 'false', false],
    ['yes-no', 'kanske', 'kanske'],
    ['text', '  två   ord ', 'två ord'],
    ['long-text', 'rad 1\r\nrad 2', 'rad 1\nrad 2']
  ])('%s: %s', (kind, text, value) => expect(read(kind, text)).toBe(value));

  it('counts the hidden input before a box as no answer', () => {
    expect(read('choose-many', '')).toBeUndefined();
    expect(read('choose-many', '', 'b', 'a', 'b')).toEqual(['b', 'a']);
    expect(read('consent', '')).toBeUndefined();
    expect(read('consent', '', 'true')).toBe(true);
  });
});

describe('an answer of several parts', () => {
  it('prints an address as on an envelope', () => {
    const value = { careOf: 'c/o Berg', street: 'Storgatan 1', postalCode: '85230', city: 'Sundsvall' };
    expect(print('address', value)).toBe('c/o Berg|Storgatan 1|852 30 Sundsvall');
  });
  it('prints a period on one line', () => {
    expect(print('period', { from: '2026-05-01', to: '2026-06-01' })).toBe('1 maj 2026 till 1 juni 2026');
  });
  it('prints a place with its coordinates', () => {
    expect(print('map-point', { lat: 62.390811, lon: 17.306927 })).toBe('N 62,39081, E 17,30693');
  });
  it('prints files by name, size and what they are', () => {
    const files = [{ id: '1', name: 'karta.pdf', size: 1_250_000, type: 'application/pdf', tag: 'karta' }];
    expect(print('file', files)).toBe('«karta»: karta.pdf (1,25 MB)');
  });
});

describe('co-signers', () => {
  it('sign once each', () => {
    const anna = { name: 'Anna Berg', personalNumber: '199001012385', email: 'anna@example.se' };
    const fault = (...persons: Json[]) => KINDS['co-signers'].fault?.(persons, { kind: 'co-signers' });
    expect(fault(anna, { ...anna, personalNumber: '189001019802' })).toBeUndefined();
    expect(fault(anna, anna)).toBe('uniqueItems');
  });
});

describe('a booked time', () => {
  const booking: ControlOptions = { kind: 'booking', resource: 'vigsel', times: ['2026-12-31T23:45'], minutes: 30 };
  it('is one of those that are offered', () => {
    expect(KINDS.booking.fault?.('2026-12-31T23:45', booking)).toBeUndefined();
    expect(KINDS.booking.fault?.('2026-12-31T23:00', booking)).toBe('enum');
  });

  it('is printed with its end, also past midnight', () => {
    const look = { language: 'sv', option: String, options: booking };
    expect(KINDS.booking.format('2026-12-31T23:45', look)).toEqual(['tors 31 dec 2026 kl. 23.45–00.15']);
  });
});
