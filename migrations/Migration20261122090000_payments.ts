import { Migration } from '@mikro-orm/migrations';

/** Not breaking: what people were asked to pay in their cases, and how it went. */
export class Migration20261122090000_payments extends Migration {
  override up(): void {
    this.addSql(`create table "payment" (
      "id" uuid not null,
      "case_id" uuid not null,
      "automation" text not null,
      "visit" int not null,
      "provider_id" text not null,
      "location" text not null,
      "amount" bigint not null,
      "reference" text not null,
      "status" text not null,
      "created_at" timestamptz(3) not null,
      "asked_at" timestamptz(3) not null,
      "settled_at" timestamptz(3) null,
      primary key ("id")
    )`);
    this.addSql('create index "payment_case_id_index" on "payment" ("case_id")');
    this.addSql(
      `create unique index "payment_open_once" on "payment" (case_id, automation, visit) where status = 'open'`
    );
    this.addSql(
      `alter table "payment" add constraint "payment_settled_at_a_time" check ((status = 'open') = (settled_at is null))`
    );
    this.addSql('alter table "payment" add constraint "payment_of_something" check (amount > 0)');
    this.addSql(
      `alter table "payment" add constraint "payment_status_check" check ("status" in ('open', 'paid', 'late', 'ended'))`
    );
    this.addSql(
      'alter table "payment" add constraint "payment_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action'
    );
  }
}
