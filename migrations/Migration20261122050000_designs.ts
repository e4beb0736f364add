import { Migration } from '@mikro-orm/migrations';

/** Case types that are being changed, their edits, who has them open, and publications with who and why. */
export class Migration20261122050000_designs extends Migration {
  override up(): void {
    this.addSql(`
create table "design" (
  "id" uuid not null,
  "slug" text not null,
  "organ_key" text not null,
  "unit_key" text not null,
  "based_on_id" uuid null,
  "document" text not null,
  "document_seq" int not null,
  "seq" int not null,
  "created_at" timestamptz(3) not null,
  "saved_at" timestamptz(3) not null,
  primary key ("id")
);
alter table "design" add constraint "design_slug_unique" unique ("slug");
create table "design_edit" (
  "design_id" uuid not null,
  "seq" int not null,
  "id" uuid not null,
  "gesture" text not null,
  "kind" text not null,
  "person_id" uuid not null,
  "saved_at" timestamptz(3) not null,
  "edit" text not null,
  primary key ("design_id", "seq")
);
alter table "design_edit" add constraint "design_edit_design_id_id_unique" unique ("design_id", "id");
create table "design_presence" (
  "design_id" uuid not null,
  "person_id" uuid not null,
  "seen_at" timestamptz(3) not null,
  "selection" text null,
  primary key ("design_id", "person_id")
);
create table "publication" (
  "id" uuid not null,
  "slug" text not null,
  "parts" text not null,
  "why" text not null,
  "asked_by_id" uuid not null,
  "asked_at" timestamptz(3) not null,
  "publish_at" timestamptz(3) not null,
  "needs_approval" boolean not null,
  "approved_by_id" uuid null,
  "approved_at" timestamptz(3) null,
  "withdrawn_at" timestamptz(3) null,
  "version_id" uuid null,
  "published_at" timestamptz(3) null,
  "failed" text null,
  primary key ("id")
);
create index "publication_slug_index" on "publication" ("slug");
alter table "design" add constraint "design_based_on_id_foreign" foreign key ("based_on_id") references "case_type_version" ("id") on update no action on delete no action;
alter table "design_edit" add constraint "design_edit_design_id_foreign" foreign key ("design_id") references "design" ("id") on update no action on delete cascade;
alter table "design_edit" add constraint "design_edit_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;
alter table "design_presence" add constraint "design_presence_design_id_foreign" foreign key ("design_id") references "design" ("id") on update cascade on delete cascade;
alter table "design_presence" add constraint "design_presence_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete no action;
alter table "publication" add constraint "publication_asked_by_id_foreign" foreign key ("asked_by_id") references "person" ("id") on update no action on delete no action;
alter table "publication" add constraint "publication_approved_by_id_foreign" foreign key ("approved_by_id") references "person" ("id") on update no action on delete no action;
alter table "publication" add constraint "publication_version_id_foreign" foreign key ("version_id") references "case_type_version" ("id") on update no action on delete no action;
alter table "design" add constraint "design_edits_cover_document" check (document_seq <= seq);
alter table "publication" add constraint "publication_two_persons" check (approved_by_id is null or approved_by_id <> asked_by_id);
alter table "design_edit" add constraint "design_edit_kind_check" check ("kind" in ('do', 'undo', 'redo'));
`);
  }
}
