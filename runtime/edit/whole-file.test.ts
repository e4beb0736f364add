import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from './whole-file.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a whole case type as one object', () => {
  const document = { settings: { slug: 'prov' }, templates: { 'beslut.typ': sha256('Hej å') } };

  it('comes back as it went, with the texts of its templates', () => {
    const file = packed({ document, templateTexts: { 'beslut.typ': 'Hej å' } });
    expect(unpacked(JSON.parse(JSON.stringify(file)))).toEqual({ document, templateTexts: { 'beslut.typ': 'Hej å' } });
    expect(unpacked(packed({ document, templateTexts: {} }))).toEqual({ document, templateTexts: {} });
  });

  it('names a template by the text that is there, whatever the file says that its SHA-256 is', () => {
    const lying = { ...document, templateTexts: { 'beslut.typ': 'Nytt', 'brev.typ': 'Brev' } };
    expect(unpacked(lying)).toMatchObject({
      document: { templates: { 'beslut.typ': sha256('Nytt'), 'brev.typ': sha256('Brev') } }
    });
  });

  it('is refused when its templates are no texts, or without end', () => {
    expect(unpacked({ templateTexts: 'x' })).toMatchObject({ refused: 'form.answers_invalid' });
    expect(unpacked({ templateTexts: { a: 1 } })).toMatchObject({ refused: 'form.answers_invalid' });
    expect(unpacked({ templateTexts: { a: 'x'.repeat(300_000) } })).toMatchObject({ refused: 'form.too_large' });
  });
});
