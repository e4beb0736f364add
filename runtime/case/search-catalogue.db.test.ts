import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { keepWords } from '../persistence/catalogue.server.ts';
import { searchCatalogue } from './search-catalogue.server.ts';
import { wordsOf } from './search-words.ts';

testDatabase();

/** A service by its title, its summary, and what else stands in it. */
const SERVICES = {
  felanmalan: [
    'Felanmälan gata, park och VA, potthål',
    'Har du sett ett hål i gatan, en trasig lampa eller en läcka?',
    'Nummer på lyktstolpen'
  ],
  bygglov: ['Ansök om bygglov', 'När du vill bygga nytt, bygga till eller ändra.', 'Garage, carport eller förråd'],
  utlamnande: ['Begär ut en allmän handling', 'Du har rätt att läsa allmänna handlingar.', 'Bygglov, beslut'],
  'ekonomiskt-bistand': ['Ansök om ekonomiskt bistånd, socialbidrag, försörjningsstöd', 'När pengarna inte räcker.', '']
};
const WEIGHTS = [9, 3, 1];

beforeAll(async () => {
  for (const [slug, texts] of Object.entries(SERVICES)) {
    const weights = new Map<string, number>();
    for (const [place, text] of texts.entries())
      for (const word of wordsOf(text)) weights.set(word, Math.max(weights.get(word) ?? 0, WEIGHTS[place] ?? 0));
    await keepWords(
      { slug, language: 'sv' },
      [...weights].map(([word, weight]) => ({ word, weight }))
    );
  }
});

const found = async (query: string) => (await searchCatalogue(query, 'sv')).slugs;

describe('a search in the catalogue', () => {
  it.each([
    ['in any of its forms', 'lampor', ['felanmalan']],
    ['in another form', 'lampan', ['felanmalan']],
    ['in the singular', 'handling', ['utlamnande']],
    ['that is a kind of what is there', 'gatlampa', ['felanmalan']],
    ['that is a longer word', 'dubbelgarage', ['bygglov']],
    ['that only the questions have', 'lyktstolpe', ['felanmalan']],
    ['that people call it by', 'socialbidrag', ['ekonomiskt-bistand']],
    ['without its dots and rings', 'forrad', ['bygglov']],
    ['with rings that it has not', 'sociålbidrag', ['ekonomiskt-bistand']]
  ])('finds a word %s: %s', async (_, query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  it('puts the service of that name first', async () => {
    expect(await found('bygglov')).toEqual(['bygglov', 'utlamnande']);
  });

  it('wants every word', async () => {
    expect(await found('trasig lampa')).toEqual(['felanmalan']);
    expect(await found('trasig garage')).toEqual([]);
  });

  it('does not mind letters, signs or space around', async () => {
    expect(await found('  BYGGLOV!? ')).toEqual(['bygglov', 'utlamnande']);
  });

  it.each([
    ['byglov', 'bygglov', 'bygglov'],
    ['bygglåv', 'bygglov', 'bygglov'],
    ['ekonomist bistand', 'ekonomiskt', 'ekonomiskt-bistand'],
    ['försörjningstöd', 'försörjningsstöd', 'ekonomiskt-bistand']
  ])('understands %s as what was perhaps meant, and says so', async (query, word, slug) => {
    const { slugs, meant } = await searchCatalogue(query, 'sv');
    expect(slugs[0]).toBe(slug);
    expect(meant.map((one) => one.word)).toContain(word);
  });

  it('finds nothing where nothing is like it, and nothing by signs alone', async () => {
    expect(await found('xyzzy')).toEqual([]);
    expect(await found('?!')).toEqual([]);
  });

  it('gives only what there is, each once, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
        const slugs = await found(query);
        expect(new Set(slugs).size).toBe(slugs.length);
        expect(Object.keys(SERVICES)).toEqual(expect.arrayContaining([...slugs]));
      }),
      { numRuns: 50 }
    );
  });
});
