import { Migration } from '@mikro-orm/migrations';

/** Not breaking: other systems that file for somebody, by a token of their own. */
export class Migration20261122030000_service_accounts extends Migration {
  override up(): void {
    this.addSql(`create table "service_account" (
      "id" uuid not null,
      "person_id" uuid not null,
      "token_hash" bytea not null,
      "scopes" text[] not null,
      "created_at" timestamptz(3) not null,
      "created_by_id" uuid not null,
      "last_used_at" timestamptz(3) null,
      "revoked_at" timestamptz(3) null,
      "revoked_by_id" uuid null,
      primary key ("id")
    )`);
    this.addSql(
      'alter table "service_account" add constraint "service_account_token_hash_unique" unique ("token_hash")'
    );
    this.addSql(
      'alter table "service_account" add constraint "service_account_revoked_by_somebody" check ((revoked_at is null) = (revoked_by_id is null))'
    );
    for (const column of ['person_id', 'created_by_id', 'revoked_by_id'])
      this.addSql(
        `alter table "service_account" add constraint "service_account_${column}_foreign" foreign key ("${column}") references "person" ("id") on update no action on delete no action`
      );
  }
}
