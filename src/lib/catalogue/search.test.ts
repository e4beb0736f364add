import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search, stem, type CatalogueEntry } from './search.ts';

const entry = (slug: string, title: string, summary: string, rest = ''): CatalogueEntry => ({
  slug,
  title,
  summary,
  rest,
  category: 'ansokan',
  needsLogin: false
});
const entries = [
  entry(
    'felanmalan',
    'Felanmälan gata, park och VA',
    'Har du sett ett hål i gatan, en trasig lampa eller en läcka?',
    'Nummer på lyktstolpen'
  ),
  entry(
    'bygglov',
    'Ansök om bygglov',
    'När du vill bygga nytt, bygga till eller ändra.',
    'Garage, carport eller förråd'
  ),
  entry('utlamnande', 'Begär ut en allmän handling', 'Du har rätt att läsa allmänna handlingar.', 'Bygglov, beslut')
];
const found = (query: string) => search(entries, query, 'sv').map(({ slug }) => slug);

describe('a search in the catalogue', () => {
  it('finds a word in any of its forms', () => {
    expect(found('lampor')).toEqual(['felanmalan']);
    expect(found('lampan')).toEqual(['felanmalan']);
    expect(found('handling')).toEqual(['utlamnande']);
  });

  it('finds the thing that a compound is a kind of', () => {
    expect(found('gatlampa')).toEqual(['felanmalan']);
    expect(found('dubbelgarage')).toEqual(['bygglov']);
  });

  it('finds what only the questions speak of', () => {
    expect(found('garage')).toEqual(['bygglov']);
    expect(found('lyktstolpe')).toEqual(['felanmalan']);
  });

  it('puts the service of that name first', () => {
    expect(found('bygglov')).toEqual(['bygglov', 'utlamnande']);
  });

  it('wants every word', () => {
    expect(found('trasig lampa')).toEqual(['felanmalan']);
    expect(found('trasig garage')).toEqual([]);
  });

  it('does not mind letters, signs or space around', () => {
    expect(found('  BYGGLOV!? ')).toEqual(['bygglov', 'utlamnande']);
  });

  it('shows all by title when nothing is sought', () => {
    expect(found('')).toEqual(['bygglov', 'utlamnande', 'felanmalan']);
    expect(found('?')).toEqual(['bygglov', 'utlamnande', 'felanmalan']);
  });

  it('gives only what there is, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const slugs = found(query);
        return (
          new Set(slugs).size === slugs.length && slugs.every((slug) => entries.some((known) => known.slug === slug))
        );
      })
    );
  });

  it('never makes a word so short that it is found everywhere', () => {
    fc.assert(fc.property(fc.string({ minLength: 3 }), (word) => stem(word).length >= 3));
  });
});
