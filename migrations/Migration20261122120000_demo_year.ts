import { Migration } from '@mikro-orm/migrations';

/** Not breaking: a demo may be filled more than once, by another seed each time, and a fill that was cut off goes on where it was. */
export class Migration20261122120000_demo_year extends Migration {
  override up(): void {
    this.addSql('alter table "demo_fill" add column "cases" int not null default 0');
    this.addSql(`create table "demo_case" (
      "key" text not null,
      "fill_id" int not null,
      primary key ("key"),
      constraint "demo_case_fill_id_foreign" foreign key ("fill_id") references "demo_fill" ("id")
    )`);
  }
}
