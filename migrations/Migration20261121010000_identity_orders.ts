import { Migration } from '@mikro-orm/migrations';

/** Not breaking: a table for logins and signatures that are going on, so that any node can carry them on. */
export class Migration20261121010000_identity_orders extends Migration {
  override up(): void {
    this.addSql(`
create table "identity_order" (
  "id" uuid not null,
  "browser_hash" text not null,
  "provider" text not null,
  "person_id" uuid null,
  "sign" jsonb null,
  "return_to" text not null,
  "same_device" boolean not null,
  "nonce_hash" text null,
  "returned" boolean not null default false,
  "status" text not null,
  "state" jsonb null,
  "hint" text not null,
  "attempts" int not null,
  "result" jsonb null,
  "started_at" timestamptz(3) not null,
  "asked_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  primary key ("id")
);
create index "identity_order_expires_at_index" on "identity_order" ("expires_at");
alter table "identity_order" add constraint "identity_order_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete cascade;
alter table "identity_order" add constraint "identity_order_signed_by_somebody" check ((sign is null) = (person_id is null));
alter table "identity_order" add constraint "identity_order_status_check" check ("status" in ('new', 'pending', 'failed', 'complete'));
`);
  }
}
