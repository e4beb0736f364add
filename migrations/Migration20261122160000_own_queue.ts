import { Migration } from '@mikro-orm/migrations';

/** Not breaking: somebody's own cases by place as well, so that the first of them are found without the others. */
export class Migration20261122160000_own_queue extends Migration {
  override up(): void {
    this.addSql('drop index "case_queue_mine"');
    this.addSql(
      `create index "case_queue_mine" on "case_" (assignee_id, organ_key, unit_key, coalesce(deadline, 'infinity'::timestamptz), id) where legal_state in ('oppet', 'vilande')`
    );
  }
}
