import { Migration } from '@mikro-orm/migrations';

/** Not breaking: to open an investigation, and to extend the time that a statute sets, are beslut that end no case. */
export class Migration20261122110000_beslut_on_the_way extends Migration {
  override up(): void {
    const outcomes =
      "'bifall', 'delvis-bifall', 'avslag', 'avvisning', 'avskrivning', 'forelaggande', 'forbud', 'erinran', 'varning', 'aterkallelse', 'inledande', 'forlangning', 'ingen-atgard', 'overlamnande', 'besvarat'";
    this.addSql('alter table "beslut" drop constraint "beslut_outcome_check"');
    this.addSql(`alter table "beslut" add constraint "beslut_outcome_check" check ("outcome" in (${outcomes}))`);
  }
}
