import { Migration } from '@mikro-orm/migrations';

/** Not breaking: the words that services are found by in the catalogue. They are written when a case type is published, and at the start. */
export class Migration20261122110000_catalogue_words extends Migration {
  override up(): void {
    // A trusted extension: who owns the database may add it.
    this.addSql('create extension if not exists "pg_trgm"');
    this.addSql(`create table "catalogue_word" (
      "slug" text not null,
      "language" text not null,
      "word" text not null,
      "folded" text not null,
      "stem" text not null,
      "weight" smallint not null,
      primary key ("slug", "language", "word")
    )`);
    this.addSql('create index "catalogue_word_stem" on "catalogue_word" ("language", "stem")');
    this.addSql('create index "catalogue_word_folded" on "catalogue_word" using gin ("folded" gin_trgm_ops)');
  }
}
