import { Migration } from '@mikro-orm/migrations';

/** Not breaking: the times that cases hold, each of them held once. */
export class Migration20261122080000_bookings extends Migration {
  override up(): void {
    this.addSql(`create table "booking" (
      "resource" text not null,
      "time" text not null,
      "case_id" uuid not null,
      primary key ("resource", "time")
    )`);
    this.addSql('create index "booking_case_id_index" on "booking" ("case_id")');
    this.addSql(
      'alter table "booking" add constraint "booking_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action'
    );
  }
}
