import { Migration } from '@mikro-orm/migrations';

/** Not breaking: the parts that an organ keeps to build case types of, each version with who saved it. */
export class Migration20261122090000_library_parts extends Migration {
  override up(): void {
    this.addSql(`create table "library_part" (
      "organ_key" text not null,
      "key" text not null,
      "version" int not null,
      "name" text not null,
      "fragment" text not null,
      "saved_by_id" uuid not null,
      "saved_at" timestamptz(3) not null,
      primary key ("organ_key", "key", "version")
    )`);
    this.addSql(
      'alter table "library_part" add constraint "library_part_saved_by_id_foreign" foreign key ("saved_by_id") references "person" ("id") on update no action on delete no action'
    );
  }
}
