import { defineEntity, p } from '@mikro-orm/postgresql';

/** A word that a service is found by, in one language. Only what can be applied for now has any. */
export const CatalogueWord = defineEntity({
  name: 'CatalogueWord',
  properties: {
    slug: p.text().primary(),
    language: p.text().primary(),
    word: p.text().primary(),
    /** Without the dots and rings of its letters, so that trigrams are the same whatever the database takes for a letter. */
    folded: p.text(),
    /** By the language's own stemmer, folded too. */
    stem: p.text(),
    weight: p.smallint()
  },
  indexes: [
    { name: 'catalogue_word_stem', properties: ['language', 'stem'] },
    {
      name: 'catalogue_word_folded',
      expression: 'create index "catalogue_word_folded" on "catalogue_word" using gin ("folded" gin_trgm_ops)'
    }
  ]
});
