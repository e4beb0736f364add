import { Migration } from '@mikro-orm/migrations';

/** Not breaking: an index, to tell which files of the store some row knows. */
export class Migration20261121040000_storage_keys extends Migration {
  override up(): void {
    this.addSql(`alter table "file" add constraint "file_storage_key_unique" unique ("storage_key");`);
  }
}
