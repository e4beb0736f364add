import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../runtime/errors/codes.ts';
import { AREAS } from './areas.ts';
import everybodyEn from './en.json' with { type: 'json' };
import { t } from './index.ts';
import staffSv from './staff.sv.json' with { type: 'json' };
import everybodySv from './sv.json' with { type: 'json' };

type Texts = Readonly<Record<string, string>>;

const area = (name: string, language: string): Texts =>
  JSON.parse(readFileSync(`src/lib/text/${name}.${language}.json`, 'utf8'));
const areas = (language: string): Texts => Object.assign({}, ...Object.keys(AREAS).map((name) => area(name, language)));

const sv: Texts = { ...everybodySv, ...areas('sv') };
const en: Texts = { ...everybodyEn, ...areas('en') };

const read = (message: string, language: string) =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();

type Part = ReturnType<typeof read>[number];

/** The names of the parameters that a message takes, also inside its plurals. */
const parametersOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => parametersOf(value)) : [];
    return part.type === 0 || part.type === 7 || !('value' in part) ? inner : [String(part.value), ...inner];
  });

describe('the texts of the interface', () => {
  it('have the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(sv));
  });

  it.each(Object.entries({ sv, en }))('are all readable messages in %s', (language, catalogue) => {
    for (const [key, message] of Object.entries(catalogue)) {
      expect(message, key).not.toBe('');
      expect(() => read(message, language), key).not.toThrow();
    }
  });

  it('have no key twice', () => {
    const keys = [everybodySv, ...Object.keys(AREAS).map((name) => area(name, 'sv'))].flatMap((texts) =>
      Object.keys(texts)
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('take the same parameters in both languages', () => {
    for (const [key, message] of Object.entries(sv)) {
      const translated = parametersOf(read(en[key] ?? '', 'en'));
      expect(new Set(translated), key).toEqual(new Set(parametersOf(read(message, 'sv'))));
    }
  });

  it.each(ERROR_CODES)('have a sentence for %s in both languages', (code) => {
    expect(sv).toHaveProperty([`error.${code}`]);
    expect(en).toHaveProperty([`error.${code}`]);
  });

  it('of the staff are used on their pages only, since a citizen loads none of them', () => {
    const staffOnly = 'src/{routes/(handlaggning)/**,lib/{desk,server,text}/**}';
    const others = globSync('src/**/*.{svelte,ts}', { exclude: [staffOnly] });
    const used = others.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return Object.keys(staffSv)
        .filter((key) => source.includes(`'${key}'`))
        .map((key) => `${file}: ${key}`);
    });
    expect(others.length).toBeGreaterThan(50);
    expect(used).toEqual([]);
    expect(others.filter((file) => readFileSync(file, 'utf8').includes("from '#lib/desk/"))).toEqual([]);
  });

  it('fill in parameters and never read a value as a message', () => {
    expect(t('sv')('page.title', { title: '<b>{x}', municipality: 'Lindsjö' })).toBe('<b>{x} – Lindsjö');
  });
});
