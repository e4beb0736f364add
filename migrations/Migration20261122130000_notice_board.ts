import { Migration } from '@mikro-orm/migrations';

/** Not breaking: the notice board reads what is up, and what came down last, however many notices there have been. */
export class Migration20261122130000_notice_board extends Migration {
  override up(): void {
    this.addSql('create index "notice_up" on "notice" (up_at, id) where down_at is null');
    this.addSql('create index "notice_down" on "notice" (down_at, id) where down_at is not null');
    this.addSql('drop index "notice_up_at_index"');
  }
}
