import { Migration } from '@mikro-orm/migrations';

const fullmakt = `
create table "fullmakt" (
  "id" uuid not null,
  "principal_person_id" uuid null,
  "principal_organisationsnummer" text null,
  "principal_name" text not null,
  "ombud_personnummer" text not null,
  "ombud_name" text not null,
  "ground" text not null,
  "case_types" text[] null,
  "organ_key" text null,
  "basis" text null,
  "from_day" date not null,
  "to_day" date null,
  "written_by_id" uuid not null,
  "written_at" timestamptz(3) not null,
  "signed_at" timestamptz(3) null,
  "evidence" jsonb null,
  "revoked_at" timestamptz(3) null,
  "revoked_by_id" uuid null,
  primary key ("id")
);
create index "fullmakt_of_ombud" on "fullmakt" (ombud_personnummer) where signed_at is not null and revoked_at is null;
create index "fullmakt_principal_person_id_index" on "fullmakt" ("principal_person_id");
create index "fullmakt_principal_organisationsnummer_index" on "fullmakt" ("principal_organisationsnummer");
create index "fullmakt_in_organ" on "fullmakt" (organ_key, written_at desc, id) where organ_key is not null;
alter table "fullmakt" add constraint "fullmakt_ground_check" check ("ground" in ('fullmakt', 'guardian'));
alter table "fullmakt" add constraint "fullmakt_has_one_principal" check (num_nonnulls(principal_person_id, principal_organisationsnummer) = 1);
alter table "fullmakt" add constraint "fullmakt_period" check (to_day >= from_day);
alter table "fullmakt" add constraint "fullmakt_on_paper_in_an_organ" check ((basis is null) = (organ_key is null));
alter table "fullmakt" add constraint "fullmakt_principal_person_id_foreign" foreign key ("principal_person_id") references "person" ("id") on update no action on delete no action;
alter table "fullmakt" add constraint "fullmakt_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;
alter table "fullmakt" add constraint "fullmakt_written_by_id_foreign" foreign key ("written_by_id") references "person" ("id") on update no action on delete no action;
alter table "fullmakt" add constraint "fullmakt_revoked_by_id_foreign" foreign key ("revoked_by_id") references "person" ("id") on update no action on delete no action;
`;

const log = `
create table "mandate_log" (
  "seq" serial primary key,
  "at" timestamptz(3) not null,
  "actor_id" uuid not null,
  "act" text not null,
  "fullmakt_id" uuid null,
  "principal_person_id" uuid null,
  "principal_organisationsnummer" text null
);
create index "mandate_log_fullmakt_id_index" on "mandate_log" ("fullmakt_id");
alter table "mandate_log" add constraint "mandate_log_act_check" check ("act" in ('given', 'registered', 'revoked', 'began', 'ended', 'lost'));
alter table "mandate_log" add constraint "mandate_log_actor_id_foreign" foreign key ("actor_id") references "person" ("id") on update no action on delete no action;
create trigger "never_changed" before update or delete or truncate on "mandate_log" for each statement execute function refuse_change();
do $$ begin
  if not exists (select from pg_roles where rolname = 'smedja_web') then return; end if;
  grant usage on sequence "mandate_log_seq_seq" to smedja_web;
  revoke update, delete on "mandate_log" from smedja_web;
end $$;
`;

const cases = `
alter table "party" add column "organisation_proved" boolean not null default false;
alter table "party" add constraint "party_proved_organisation" check (not organisation_proved or organisationsnummer is not null);
create index "party_of_organisation" on "party" (organisationsnummer) where organisation_proved;
alter table "submission" add column "party_id" uuid null;
alter table "submission" add constraint "submission_party_id_foreign" foreign key ("party_id") references "party" ("id") on update no action on delete no action;
alter table "session" add column "principal_person_id" uuid null, add column "principal_organisationsnummer" text null;
alter table "session" add constraint "session_acts_for_one" check (num_nonnulls(principal_person_id, principal_organisationsnummer) <= 1);
alter table "session" add constraint "session_principal_person_id_foreign" foreign key ("principal_person_id") references "person" ("id") on update no action on delete cascade;
`;

const drafts = `
alter table "draft" add column "organisationsnummer" text null, add column "begun_by_id" uuid null;
alter table "draft" drop constraint "draft_has_one_key";
alter table "draft" add constraint "draft_has_one_key" check (num_nonnulls(person_id, token_hash, organisationsnummer) = 1);
alter table "draft" add constraint "draft_begun_for_a_person" check (begun_by_id is null or person_id is not null);
alter table "draft" add constraint "draft_begun_by_id_foreign" foreign key ("begun_by_id") references "person" ("id") on update no action on delete no action;
create index "draft_organisationsnummer_index" on "draft" ("organisationsnummer");
drop index "draft_of_person";
create unique index "draft_of_person" on "draft" ("case_id", "event", "person_id", "begun_by_id") nulls not distinct where person_id is not null and case_id is not null;
create unique index "draft_of_organisation" on "draft" ("case_id", "event", "organisationsnummer") where organisationsnummer is not null and case_id is not null;
`;

/** Not breaking: who may act for whom, by fullmakt given here or registered, and what is done for a company or another person. */
export class Migration20261122120000_mandates extends Migration {
  override up(): void {
    for (const part of [fullmakt, log, cases, drafts]) this.addSql(part);
  }
}
