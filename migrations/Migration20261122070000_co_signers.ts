import { Migration } from '@mikro-orm/migrations';

/** Not breaking: those who are asked to sign what somebody else filed, and the links by which they come to it. */
export class Migration20261122070000_co_signers extends Migration {
  override up(): void {
    this.addSql(`create table "co_signer" (
      "party_id" uuid not null,
      "case_id" uuid not null,
      "submission_id" uuid not null,
      "answer" text null,
      "answered_at" timestamptz(3) null,
      primary key ("party_id")
    )`);
    this.addSql(`create table "signing_link" (
      "token_hash" bytea not null,
      "party_id" uuid not null,
      "created_at" timestamptz(3) not null,
      primary key ("token_hash")
    )`);
    this.addSql('create index "co_signer_case_id_index" on "co_signer" ("case_id")');
    this.addSql('create index "signing_link_party_id_index" on "signing_link" ("party_id")');
    this.addSql(
      `alter table "co_signer" add constraint "co_signer_answer_check" check ("answer" in ('signed', 'refused'))`
    );
    this.addSql(
      'alter table "co_signer" add constraint "co_signer_answered_at_a_time" check ((answer is null) = (answered_at is null))'
    );
    for (const [table, column, target, onUpdate] of [
      ['co_signer', 'party_id', 'party', 'cascade'],
      ['co_signer', 'case_id', 'case_', 'no action'],
      ['co_signer', 'submission_id', 'submission', 'no action'],
      ['signing_link', 'party_id', 'party', 'no action']
    ])
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${target}" ("id") on update ${onUpdate} on delete no action`
      );
  }
}
