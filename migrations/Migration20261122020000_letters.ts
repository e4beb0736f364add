import { Migration } from '@mikro-orm/migrations';

/** Not breaking: documents that somebody must send by post or by hand, to parties who read nothing on Mina sidor. */
export class Migration20261122020000_letters extends Migration {
  override up(): void {
    this.addSql(`create table "letter" (
      "id" uuid not null,
      "case_id" uuid not null,
      "handling_id" uuid not null,
      "party_id" uuid not null,
      "created_at" timestamptz(3) not null,
      "sent_on" date null,
      "how" text null,
      "sent_by_id" uuid null,
      primary key ("id")
    )`);
    this.addSql('create index "letter_case_id_index" on "letter" ("case_id")');
    this.addSql(
      'alter table "letter" add constraint "letter_handling_id_party_id_unique" unique ("handling_id", "party_id")'
    );
    this.addSql('create index "letter_unsent" on "letter" (created_at) where sent_on is null');
    this.addSql('alter table "letter" add constraint "letter_sent_says_how" check ((sent_on is null) = (how is null))');
    for (const [column, table] of [
      ['case_id', 'case_'],
      ['handling_id', 'handling'],
      ['party_id', 'party'],
      ['sent_by_id', 'person']
    ])
      this.addSql(
        `alter table "letter" add constraint "letter_${column}_foreign" foreign key ("${column}") references "${table}" ("id") on update no action on delete no action`
      );
  }
}
