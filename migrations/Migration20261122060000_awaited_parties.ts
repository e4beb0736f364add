import { Migration } from '@mikro-orm/migrations';

/** Not breaking: each login looks for the cases that staff have registered for whoever logs in. */
export class Migration20261122060000_awaited_parties extends Migration {
  override up(): void {
    this.addSql('create index "party_awaited" on "party" (personnummer) where person_id is null');
  }
}
