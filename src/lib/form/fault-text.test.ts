import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '#runtime/form/faults.ts';
import { KINDS } from '#runtime/form/kinds/registry.ts';
import { t } from '#lib/text/index.ts';
import { faultText } from './fault-text.ts';

const said = (code: string, looks: string, params?: Record<string, string | number>, worded?: string) =>
  faultText(t('sv'), { pointer: '/x', code, ...(params && { params }) }, looks, worded).replaceAll(/\s/g, ' ');

describe('what is said of a fault', () => {
  it.each(FAULT_CODES)('is a whole sentence for %s, for every kind, in both languages', (code) => {
    for (const kind of Object.keys(KINDS)) {
      for (const language of ['sv', 'en'] as const) {
        expect(faultText(t(language), { pointer: '/x', code, params: { limit: 3 } }, kind)).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
  });

  it('is in the words of the case type, where a limit is not needed', () => {
    expect(said('required', 'text', {}, 'Skriv var felet är.')).toBe('Skriv var felet är.');
    expect(said('maxLength', 'text', { limit: 20 }, 'Skriv var felet är.')).toBe('Skriv högst 20 tecken.');
  });

  it('tells how a value of its kind is written', () => {
    expect(said('type', 'money')).toBe('Skriv ett belopp i kronor, till exempel 1 200.');
    expect(said('maxLength', 'personal-number', { limit: 12 })).toBe(
      'Skriv ett personnummer med tolv siffror, till exempel 19241230-9268.'
    );
  });

  it('says limits of money in kronor', () => {
    expect(said('maximum', 'money', { limit: 1_000_000 })).toBe('Det får vara högst 10 000.');
  });

  it('names the file that was refused', () => {
    expect(said('file.too_large', 'file', { name: 'plan.pdf' })).toBe('plan.pdf: Filen är för stor.');
  });
});
