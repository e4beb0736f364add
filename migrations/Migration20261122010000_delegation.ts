import { Migration } from '@mikro-orm/migrations';

/**
 * Not breaking in shape, but a beslut on delegation is from now on made only by who holds its item: the delegationsordning
 * has to be entered before anybody can decide.
 */
export class Migration20261122010000_delegation extends Migration {
  override up(): void {
    this.addSql(`
create table "delegation_item" (
  "organ_key" text not null,
  "item" text not null,
  "title" text not null,
  primary key ("organ_key", "item")
);
create table "delegation" (
  "id" uuid not null,
  "organ_key" text not null,
  "item" text not null,
  "unit_key" text null,
  "role" text null,
  "person_id" uuid null,
  "automated" boolean not null default false,
  "basis" text not null,
  "from_day" date not null,
  "to_day" date null,
  primary key ("id")
);
create index "delegation_organ_key_item_index" on "delegation" ("organ_key", "item");
alter table "delegation_item" add constraint "delegation_item_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;
alter table "delegation" add constraint "delegation_organ_key_item_foreign" foreign key ("organ_key", "item") references "delegation_item" ("organ_key", "item") on update cascade on delete no action;
alter table "delegation" add constraint "delegation_organ_key_unit_key_foreign" foreign key ("organ_key", "unit_key") references "unit" ("organ_key", "key") on update cascade on delete no action;
alter table "delegation" add constraint "delegation_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;
alter table "delegation" add constraint "delegation_role_check" check ("role" in ('caseworker', 'manager', 'registrar', 'secretary', 'contact-centre', 'archivist', 'administrator'));
alter table "delegation" add constraint "delegation_has_one_holder" check (num_nonnulls(role, person_id) + automated::int = 1);
alter table "delegation" add constraint "delegation_period" check (to_day >= from_day);
alter table "case_type_version" add column "delegation" text[] not null default '{}';
update "case_type_version" set "delegation" = array(
  select jsonb_array_elements_text(parts::jsonb #> '{settings,delegation}')
);
`);
  }
}
