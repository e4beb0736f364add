import { describe, expect, it } from 'vitest';
import official from '../testing/official-numbers.json' with { type: 'json' };
import { FORMATS, isOrganisationNumber, isPersonalNumber } from './formats.ts';
import { readPersonalNumber } from './kinds/personal-number.ts';

describe('a personnummer', () => {
  const numbers = [...official.personal.split(' '), ...official.coordination.split(' ')];

  it('is every official test number, also those whose day of birth is unknown', () => {
    expect(numbers.length).toBeGreaterThan(3_000);
    expect(numbers.filter((number) => !isPersonalNumber(number))).toEqual([]);
  });

  it('is read back from how it is printed', () => {
    const printed = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`;
    expect(numbers.filter((number) => readPersonalNumber(printed(number), '2026-11-21') !== number)).toEqual([]);
  });

  it('is never one with a wrong check digit', () => {
    const wrong = numbers.map((number) => number.slice(0, 11) + String((Number(number[11]) + 1) % 10));
    expect(wrong.filter(isPersonalNumber)).toEqual([]);
  });

  it.each(['', '1234', '199013012385', '900101-2385', '19900101-2385', '199001012385 '])('is not “%s”', (text) =>
    expect(isPersonalNumber(text)).toBe(false)
  );

  it('may be an interim number', () => expect(isPersonalNumber('20000101T220')).toBe(true));
});

describe('an organisationsnummer', () => {
  it.each(['5560160680', '5561034249', '9001012385'])('may be %s', (text) =>
    expect(isOrganisationNumber(text)).toBe(true)
  );
  it.each(['5560160681', '556016-0680', '165560160680', ''])('is not “%s”', (text) =>
    expect(isOrganisationNumber(text)).toBe(false)
  );
});

describe('other formats', () => {
  it.each<[keyof typeof FORMATS, string, boolean]>([
    ['email', 'anna@example.se', true],
    ['email', 'anna.berg+bygg@sub.example.se', true],
    ['email', 'anna@example', false],
    ['email', 'anna@@example.se', false],
    ['email', 'a nna@example.se', false],
    ['uri', 'https://example.se/a?b=c', true],
    ['uri', 'javascript:alert(1)', false],
    ['uuid', '123e4567-e89b-12d3-a456-426614174000', true],
    ['time', '24:00', false],
    ['date', '2024-02-29', true],
    ['date', '2025-02-29', false],
    ['date-time', '2026-11-21T10:00:00+01:00', true],
    ['date-time', '2026-11-21T10:00:00', false],
    ['decimal', '12.50', true],
    ['decimal', '1e5', false],
    ['decimal', '012', false],
    ['phone', '+46701740605', true],
    ['phone', '070-174 06 05', true],
    ['phone', '123', false],
    ['postal-code', '852 30', true],
    ['postal-code', '8523', false]
  ])('%s: “%s” is %s', (format, text, right) => expect(FORMATS[format](text)).toBe(right));

  it('take hostile text in linear time', () => {
    const texts = [
      'a'.repeat(100_000),
      `${'a@'.repeat(50_000)}`,
      `${'1 '.repeat(50_000)}x`,
      `a@${'b.'.repeat(50_000)}`
    ];
    const started = performance.now();
    for (const test of Object.values(FORMATS)) for (const text of texts) test(text);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
