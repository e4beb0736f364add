import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../runtime/errors/codes.ts';
import en from './en.json' with { type: 'json' };
import { t } from './index.ts';
import sv from './sv.json' with { type: 'json' };

const holes = (message: string) => [...message.matchAll(/\{(\w+)/g)].map((match) => match[1]).toSorted();

describe('the texts of the interface', () => {
  it('have the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(sv));
  });

  it.each(Object.entries({ sv, en }))('are all readable messages in %s', (language, catalogue) => {
    for (const [key, message] of Object.entries(catalogue)) {
      expect(message, key).not.toBe('');
      expect(() => new IntlMessageFormat(message, language, undefined, { ignoreTag: true }), key).not.toThrow();
    }
  });

  it('take the same parameters in both languages', () => {
    for (const key of Object.keys(sv)) {
      const arguments_ = (catalogue: Record<string, string>) =>
        holes((catalogue[key] ?? '').replace(/(=\d+|zero|one|two|few|many|other) \{/g, ''));
      expect(new Set(arguments_(en)), key).toEqual(new Set(arguments_(sv)));
    }
  });

  it.each(ERROR_CODES)('have a sentence for %s in both languages', (code) => {
    expect(sv).toHaveProperty([`error.${code}`]);
    expect(en).toHaveProperty([`error.${code}`]);
  });

  it('fill in parameters and never read a value as a message', () => {
    expect(t('sv')('page.title', { title: '<b>{x}', municipality: 'Lindsjö' })).toBe('<b>{x} – Lindsjö');
  });
});
