import { Migration } from '@mikro-orm/migrations';

/** Not breaking: a table for the secrets that show a receipt. */
export class Migration20261121020000_receipts extends Migration {
  override up(): void {
    this.addSql(`
create table "receipt" (
  "token_hash" bytea not null,
  "case_id" uuid not null,
  "expires_at" timestamptz(3) not null,
  primary key ("token_hash")
);
create index "receipt_case_id_index" on "receipt" ("case_id");
create index "receipt_expires_at_index" on "receipt" ("expires_at");
alter table "receipt" add constraint "receipt_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
`);
  }
}
