import { describe, expect, it } from 'vitest';
import { isHard, readingEase } from './lix.ts';

describe('the reading ease of a text', () => {
  it('is the words of a sentence, and the share of words of more than six letters', () => {
    // 10 words, 2 sentences, 2 long: 10 / 2 + 100 * 2 / 10.
    expect(readingEase('Katten sitter på mattan. Hunden springer snabbare än en katt.')).toEqual({
      lix: 5 + 20,
      words: 10,
      sentences: 2
    });
  });

  it.each([
    // Counted by hand: words / sentences + 100 * long / words.
    ['Ring 112 nu.', 3 + 0, 3, 1],
    ['Du kan överklaga beslutet. Skriv till oss inom tre veckor.', 5 + 20, 10, 2],
    ['Kommunstyrelsen beslutade enligt arbetsutskottets förslag om detaljplaneläggning av fastigheten.', 9 + 67, 9, 1]
  ])('of “%s” is %i', (text, lix, words, sentences) => {
    expect(readingEase(text)).toEqual({ lix, words, sentences });
  });

  it('takes no full stop within a sentence for its end', () => {
    expect(readingEase('Ring oss, t.ex. kl. 12.30 eller ca. 15.')?.sentences).toBe(1);
    expect(readingEase('Vad kostar det? Ingenting.\n\nHur lång tid tar det')?.sentences).toBe(3);
  });

  it('is nothing where there are no words', () => {
    expect(readingEase('')).toBeUndefined();
    expect(readingEase(' – … ')).toBeUndefined();
  });

  it('is no matter for a label, but for what is meant to be read', () => {
    expect(isHard('Kommunstyrelsens arbetsutskott')).toBe(false);
    expect(
      isHard(
        'Byggnadsnämnden handlägger ansökningar om förhandsbesked avseende nybyggnation utanför detaljplanelagt område enligt gällande bestämmelser.'
      )
    ).toBe(true);
    expect(isHard('Du får ett svar av oss inom tre veckor. Du kan ringa oss om du vill veta mer.')).toBe(false);
  });
});
