import { Migration } from '@mikro-orm/migrations';

/** Not breaking: fullmäktige decides too, and is no nämnd (KL 3:3); an erinran, a varning and a permit that is taken back are outcomes of their own. */
export class Migration20261122100000_beslut_of_fullmaktige extends Migration {
  override up(): void {
    const checks = {
      beslut_kind_check:
        "\"kind\" in ('namndbeslut', 'fullmaktigebeslut', 'delegationsbeslut', 'ordforandebeslut', 'automatiserat', 'verkstallighet')",
      beslut_outcome_check:
        "\"outcome\" in ('bifall', 'delvis-bifall', 'avslag', 'avvisning', 'avskrivning', 'forelaggande', 'forbud', 'erinran', 'varning', 'aterkallelse', 'ingen-atgard', 'overlamnande', 'besvarat')",
      beslut_made_by_somebody:
        "decided_by_id is not null or kind in ('namndbeslut', 'fullmaktigebeslut', 'automatiserat', 'verkstallighet')"
    };
    for (const [name, check] of Object.entries(checks)) {
      this.addSql(`alter table "beslut" drop constraint "${name}"`);
      this.addSql(`alter table "beslut" add constraint "${name}" check (${check})`);
    }
  }
}
