import { Migration } from '@mikro-orm/migrations';

/** Not breaking: a draft remembers what was filled in beforehand, so that its pages can say where that came from and when. */
export class Migration20261121050000_prefilled_drafts extends Migration {
  override up(): void {
    this.addSql('alter table "draft" add column "prefilled" jsonb null');
  }
}
