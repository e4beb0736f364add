import { Migration } from '@mikro-orm/migrations';

/** Not breaking: a draft that somebody at work fills in for another remembers how and when it came in, and from whom. */
export class Migration20261122015000_registered_drafts extends Migration {
  override up(): void {
    this.addSql('alter table "draft" add column "registration" jsonb null');
  }
}
