import { Migration } from '@mikro-orm/migrations';

/** Not breaking: what each folder of case types held when it was last published, so that a start need not read them all again. */
export class Migration20261122140000_shipped_folders extends Migration {
  override up(): void {
    this.addSql(`create table "shipped_folder" (
      "folder" text not null,
      "sha256" text not null,
      "version_id" uuid not null,
      primary key ("folder")
    )`);
    this.addSql(
      'alter table "shipped_folder" add constraint "shipped_folder_version_id_foreign" foreign key ("version_id") references "case_type_version" ("id") on update no action on delete no action'
    );
  }
}
