import { Migration } from '@mikro-orm/migrations';

const tables = `
create table "command" (
  "key" bytea not null,
  "request" bytea not null,
  "answer" jsonb null,
  "at" timestamptz(3) not null,
  primary key ("key")
);
create index "command_at_index" on "command" ("at");

create table "organ" (
  "key" text not null,
  "kind" text not null,
  "name" text not null,
  primary key ("key")
);
alter table "organ" add constraint "organ_kind_check" check ("kind" in ('fullmaktige', 'styrelse', 'namnd', 'gemensam-namnd', 'bolag'));

create table "diarium_series" (
  "organ_key" text not null,
  "series" text not null,
  "year" int not null,
  "registered" boolean not null,
  "next" int not null,
  primary key ("organ_key", "series", "year", "registered")
);

create table "person" (
  "id" uuid not null,
  "issuer" text not null,
  "subject" text not null,
  "personnummer" text null,
  "name" text not null,
  "email" text null,
  "phone" text null,
  "protected" boolean not null default false,
  "created_at" timestamptz(3) not null,
  primary key ("id")
);
create index "person_personnummer_index" on "person" ("personnummer");
alter table "person" add constraint "person_issuer_subject_unique" unique ("issuer", "subject");

create table "case_type_version" (
  "id" uuid not null,
  "slug" text not null,
  "number" int not null,
  "hash" text not null,
  "parts" text not null,
  "published_at" timestamptz(3) not null,
  "published_by_id" uuid null,
  primary key ("id")
);
alter table "case_type_version" add constraint "case_type_version_hash_unique" unique ("hash");
alter table "case_type_version" add constraint "case_type_version_slug_number_unique" unique ("slug", "number");

create table "draft" (
  "id" uuid not null,
  "version_id" uuid not null,
  "person_id" uuid null,
  "token_hash" bytea null,
  "answers" jsonb not null,
  "language" text not null,
  "created_at" timestamptz(3) not null,
  "saved_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  primary key ("id")
);
create index "draft_person_id_index" on "draft" ("person_id");
create index "draft_expires_at_index" on "draft" ("expires_at");
alter table "draft" add constraint "draft_has_one_key" check (num_nonnulls(person_id, token_hash) = 1);

create table "case_type" (
  "slug" text not null,
  "version_id" uuid not null,
  primary key ("slug")
);

create table "rate_limit" (
  "key" text not null,
  "window_start" timestamptz(3) not null,
  "count" int not null,
  primary key ("key")
);
create index "rate_limit_window_start_index" on "rate_limit" ("window_start");

create table "session" (
  "id_hash" text not null,
  "person_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  "strength" text not null,
  primary key ("id_hash")
);
create index "session_person_id_index" on "session" ("person_id");
create index "session_expires_at_index" on "session" ("expires_at");

create table "template" (
  "sha256" text not null,
  "bytes" bytea not null,
  primary key ("sha256")
);

create table "unit" (
  "organ_key" text not null,
  "key" text not null,
  "name" text not null,
  primary key ("organ_key", "key")
);

create table "membership" (
  "id" uuid not null,
  "person_id" uuid not null,
  "organ_key" text not null,
  "unit_key" text null,
  "role" text not null,
  "from_day" date not null,
  "to_day" date null,
  primary key ("id")
);
create index "membership_person_id_index" on "membership" ("person_id");
alter table "membership" add constraint "membership_period" check (to_day >= from_day);
alter table "membership" add constraint "membership_role_check" check ("role" in ('caseworker', 'manager', 'registrar', 'secretary', 'contact-centre', 'archivist', 'administrator'));

create table "case_" (
  "id" uuid not null,
  "number" text not null,
  "version_id" uuid not null,
  "slug" text not null,
  "organ_key" text not null,
  "unit_key" text not null,
  "legal_state" text not null,
  "channel" text not null,
  "language" text not null,
  "assignee_id" uuid null,
  "value" jsonb not null,
  "status" text not null,
  "data" jsonb not null,
  "visits" int not null,
  "deadlines" jsonb not null,
  "states" text[] not null,
  "phase" text null,
  "waits_for" text null,
  "queue_roles" text[] not null,
  "deadline" timestamptz(3) null,
  "opened_at" timestamptz(3) not null,
  "changed_at" timestamptz(3) not null,
  "closed_at" timestamptz(3) null,
  "seq" int not null,
  "head" bytea not null,
  primary key ("id")
);
alter table "case_" add constraint "case__number_unique" unique ("number");
create index "case_queue" on "case_" (organ_key, coalesce(deadline, 'infinity'::timestamptz), id) where legal_state in ('oppet', 'vilande');
create index "case_queue_mine" on "case_" (assignee_id, coalesce(deadline, 'infinity'::timestamptz), id) where legal_state in ('oppet', 'vilande');
create index "case_queue_unassigned" on "case_" (organ_key, coalesce(deadline, 'infinity'::timestamptz), id) where legal_state in ('oppet', 'vilande') and assignee_id is null;
create index "case_opened" on "case_" (organ_key, opened_at, id);
create index "case_number_search" on "case_" using gin (number gin_trgm_ops);
alter table "case_" add constraint "case_closed_when_not_open" check ((closed_at is null) = (legal_state in ('oppet', 'vilande')));
alter table "case_" add constraint "case_done_is_closed" check (status = 'active' or not (legal_state in ('oppet', 'vilande')));
alter table "case_" add constraint "case__legal_state_check" check ("legal_state" in ('oppet', 'vilande', 'avslutat', 'makulerat', 'ad-acta'));
alter table "case_" add constraint "case__status_check" check ("status" in ('active', 'done'));

create table "timer" (
  "case_id" uuid not null,
  "event" text not null,
  "delay" text not null,
  "state" text not null,
  "last_day" date null,
  "at" timestamptz(3) not null,
  primary key ("case_id", "event")
);
create index "timer_at_index" on "timer" ("at");

create table "timeline" (
  "case_id" uuid not null,
  "seq" int not null,
  "at" timestamptz(3) not null,
  "actor" text not null,
  "entry" jsonb null,
  "gallrad_by" uuid null,
  "previous" bytea null,
  "hash" bytea not null,
  primary key ("case_id", "seq")
);
alter table "timeline" add constraint "timeline_first_has_no_previous" check ((seq = 1) = (previous is null));
alter table "timeline" add constraint "timeline_removed_by_beslut" check ((entry is null) = (gallrad_by is not null));

create table "submission" (
  "id" uuid not null,
  "case_id" uuid not null,
  "seq" int not null,
  "version_id" uuid not null,
  "form" text not null,
  "answers" jsonb not null,
  "snapshot" text null,
  "language" text not null,
  "sha256" bytea not null,
  "submitted_by_id" uuid null,
  "submitted_at" timestamptz(3) not null,
  primary key ("id")
);
alter table "submission" add constraint "submission_case_id_seq_unique" unique ("case_id", "seq");

create table "signature" (
  "id" uuid not null,
  "submission_id" uuid not null,
  "person_id" uuid null,
  "method" text not null,
  "signed_at" timestamptz(3) not null,
  "evidence" jsonb not null,
  primary key ("id")
);
create index "signature_submission_id_index" on "signature" ("submission_id");

create table "status_link" (
  "token_hash" bytea not null,
  "case_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "revoked_at" timestamptz(3) null,
  primary key ("token_hash")
);
create index "status_link_case_id_index" on "status_link" ("case_id");

create table "registration" (
  "organ_key" text not null,
  "series" text not null,
  "year" int not null,
  "number" int not null,
  "case_id" uuid not null,
  "at" timestamptz(3) not null,
  primary key ("organ_key", "series", "year", "number")
);
alter table "registration" add constraint "registration_case_id_unique" unique ("case_id");

create table "party" (
  "id" uuid not null,
  "case_id" uuid not null,
  "person_id" uuid null,
  "role" text not null,
  "is_part" boolean not null,
  "sees" text[] not null,
  "name" text null,
  "email" text null,
  "phone" text null,
  "address" text null,
  "personnummer" text null,
  "organisationsnummer" text null,
  "protected" boolean not null default false,
  "represents_id" uuid null,
  "added_by_id" uuid null,
  "added_at" timestamptz(3) not null,
  primary key ("id")
);
create index "party_case_id_index" on "party" ("case_id");
create index "party_person_id_index" on "party" ("person_id");
create index "party_name_search" on "party" using gin (name gin_trgm_ops);
create unique index "party_once" on "party" (case_id, person_id, role) where person_id is not null;
alter table "party" add constraint "party_ombud_speaks_for_another" check (represents_id is null or role = 'ombud');
alter table "party" add constraint "party_role_check" check ("role" in ('applicant', 'party', 'ombud'));

create table "mail" (
  "id" uuid not null,
  "key" text not null,
  "case_id" uuid null,
  "party_id" uuid null,
  "recipient" text not null,
  "subject" text not null,
  "body" text not null,
  "attachments" text[] not null,
  "created_at" timestamptz(3) not null,
  "sent_at" timestamptz(3) null,
  primary key ("id")
);
alter table "mail" add constraint "mail_key_unique" unique ("key");
create index "mail_case_id_index" on "mail" ("case_id");

create table "beslut" (
  "id" uuid not null,
  "case_id" uuid not null,
  "seq" int not null,
  "kind" text not null,
  "outcome" text not null,
  "delegation" text null,
  "decided_by_id" uuid null,
  "took_part" text[] not null,
  "presented_by" text null,
  "decided_at" timestamptz(3) not null,
  "communication" text null,
  "reasons" text null,
  "legal_basis" text not null,
  "appeal" jsonb not null,
  "immediate_ground" text null,
  "laga_kraft_on" date null,
  "enforceable_since" timestamptz(3) null,
  "replaces_id" uuid null,
  "change" text null,
  primary key ("id")
);
alter table "beslut" add constraint "beslut_case_id_seq_unique" unique ("case_id", "seq");
alter table "beslut" add constraint "beslut_on_delegation_names_it" check (kind <> 'delegationsbeslut' or delegation is not null);
alter table "beslut" add constraint "beslut_made_by_somebody" check (decided_by_id is not null or kind in ('namndbeslut', 'automatiserat', 'verkstallighet'));
alter table "beslut" add constraint "beslut_change_says_what" check ((replaces_id is null) = (change is null));
alter table "beslut" add constraint "beslut_kind_check" check ("kind" in ('namndbeslut', 'delegationsbeslut', 'ordforandebeslut', 'automatiserat', 'verkstallighet'));
alter table "beslut" add constraint "beslut_outcome_check" check ("outcome" in ('bifall', 'delvis-bifall', 'avslag', 'avvisning', 'avskrivning', 'forelaggande', 'forbud', 'ingen-atgard', 'overlamnande', 'besvarat'));
alter table "beslut" add constraint "beslut_change_check" check ("change" in ('rattelse', 'andring'));

create table "notice" (
  "id" uuid not null,
  "organ_key" text not null,
  "case_id" uuid null,
  "beslut_id" uuid null,
  "kind" text not null,
  "title" text not null,
  "body" text not null,
  "up_at" timestamptz(3) not null,
  "up_by_id" uuid null,
  "last_day" date not null,
  "down_at" timestamptz(3) null,
  "down_by_id" uuid null,
  primary key ("id")
);
create index "notice_up_at_index" on "notice" ("up_at");
create index "notice_case_id_index" on "notice" ("case_id");
alter table "notice" add constraint "notice_comes_down_after_it_went_up" check (down_at >= up_at);

create table "handling" (
  "id" uuid not null,
  "case_id" uuid not null,
  "lopnummer" int not null,
  "handlingstyp" text not null,
  "title" text not null,
  "origin" text not null,
  "allman_since" date null,
  "allman_ground" text null,
  "registration_mode" text not null,
  "registered_at" timestamptz(3) null,
  "arrived_on" date null,
  "correspondent" text null,
  "sekretess" text null,
  "submission_id" uuid null,
  "beslut_id" uuid null,
  "sha256" bytea null,
  "created_by_id" uuid null,
  "created_at" timestamptz(3) not null,
  primary key ("id")
);
alter table "handling" add constraint "handling_case_id_lopnummer_unique" unique ("case_id", "lopnummer");
alter table "handling" add constraint "handling_allman_has_ground" check ((allman_since is null) = (allman_ground is null));
alter table "handling" add constraint "handling_inkommen_has_arrived" check ((origin = 'inkommen') = (arrived_on is not null));
alter table "handling" add constraint "handling_inkommen_is_allman" check (origin <> 'inkommen' or allman_ground is not distinct from 'inkommen');
alter table "handling" add constraint "handling_diarium_is_registered" check (registration_mode <> 'diarium' or allman_since is null or registered_at is not null);
alter table "handling" add constraint "handling_origin_check" check ("origin" in ('inkommen', 'utgaende', 'intern'));
alter table "handling" add constraint "handling_allman_ground_check" check ("allman_ground" in ('inkommen', 'expedierad', 'slutbehandlat', 'justerad', 'fardigstalld'));
alter table "handling" add constraint "handling_registration_mode_check" check ("registration_mode" in ('diarium', 'ordnad', 'undantagen', 'ringa'));

create table "handling_act" (
  "id" uuid not null,
  "handling_id" uuid not null,
  "kind" text not null,
  "at" timestamptz(3) not null,
  "person_id" uuid null,
  "recipient" text null,
  "how" text null,
  primary key ("id")
);
create index "handling_act_handling_id_index" on "handling_act" ("handling_id");
alter table "handling_act" add constraint "handling_act_expedierad_to_whom_and_how" check (kind <> 'expedierad' or (recipient is not null and how is not null));
alter table "handling_act" add constraint "handling_act_kind_check" check ("kind" in ('godkand', 'faststalld', 'expedierad', 'arkiverad', 'gallrad', 'tillford', 'rensad'));

create table "file" (
  "id" uuid not null,
  "draft_id" uuid null,
  "case_id" uuid null,
  "handling_id" uuid null,
  "name" text not null,
  "media_type" text not null,
  "size" bigint not null,
  "sha256" bytea not null,
  "storage_key" text not null,
  "scan" text not null,
  "uploaded_by_id" uuid null,
  "uploaded_at" timestamptz(3) not null,
  primary key ("id")
);
create index "file_draft_id_index" on "file" ("draft_id");
create index "file_case_id_index" on "file" ("case_id");
create index "file_handling_id_index" on "file" ("handling_id");
alter table "file" add constraint "file_has_one_owner" check (num_nonnulls(draft_id, case_id) = 1);
alter table "file" add constraint "file_of_handling_is_of_case" check (handling_id is null or case_id is not null);
alter table "file" add constraint "file_scan_check" check ("scan" in ('clean', 'not-scanned'));

create table "beslut_receipt" (
  "beslut_id" uuid not null,
  "party_id" uuid not null,
  "received_on" date null,
  "how" text null,
  "proof" text null,
  "last_day_to_appeal" date null,
  "appealed_on" date null,
  primary key ("beslut_id", "party_id")
);
alter table "beslut_receipt" add constraint "receipt_says_how" check ((received_on is null) = (how is null));
alter table "beslut_receipt" add constraint "receipt_gives_last_day" check (last_day_to_appeal is null or received_on is not null);

create table "waiting" (
  "case_id" uuid not null,
  "id" text not null,
  "seq" int not null,
  "src" text not null,
  "input" jsonb not null,
  primary key ("case_id", "id")
);

alter table "diarium_series" add constraint "diarium_series_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;

alter table "case_type_version" add constraint "case_type_version_published_by_id_foreign" foreign key ("published_by_id") references "person" ("id") on update no action on delete no action;

alter table "draft" add constraint "draft_version_id_foreign" foreign key ("version_id") references "case_type_version" ("id") on update no action on delete no action;
alter table "draft" add constraint "draft_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;

alter table "case_type" add constraint "case_type_version_id_foreign" foreign key ("version_id") references "case_type_version" ("id") on update no action on delete no action;

alter table "session" add constraint "session_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete cascade;

alter table "unit" add constraint "unit_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;

alter table "membership" add constraint "membership_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;
alter table "membership" add constraint "membership_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;
alter table "membership" add constraint "membership_organ_key_unit_key_foreign" foreign key ("organ_key", "unit_key") references "unit" ("organ_key", "key") on update cascade on delete no action;

alter table "case_" add constraint "case__version_id_foreign" foreign key ("version_id") references "case_type_version" ("id") on update no action on delete no action;
alter table "case_" add constraint "case__organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;
alter table "case_" add constraint "case__organ_key_unit_key_foreign" foreign key ("organ_key", "unit_key") references "unit" ("organ_key", "key") on update cascade on delete no action;
alter table "case_" add constraint "case__assignee_id_foreign" foreign key ("assignee_id") references "person" ("id") on update no action on delete no action;

alter table "timer" add constraint "timer_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;

alter table "timeline" add constraint "timeline_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;

alter table "submission" add constraint "submission_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "submission" add constraint "submission_version_id_foreign" foreign key ("version_id") references "case_type_version" ("id") on update no action on delete no action;
alter table "submission" add constraint "submission_submitted_by_id_foreign" foreign key ("submitted_by_id") references "person" ("id") on update no action on delete no action;

alter table "signature" add constraint "signature_submission_id_foreign" foreign key ("submission_id") references "submission" ("id") on update no action on delete no action;
alter table "signature" add constraint "signature_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;

alter table "status_link" add constraint "status_link_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;

alter table "registration" add constraint "registration_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;
alter table "registration" add constraint "registration_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;

alter table "party" add constraint "party_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "party" add constraint "party_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;
alter table "party" add constraint "party_represents_id_foreign" foreign key ("represents_id") references "party" ("id") on update no action on delete no action;
alter table "party" add constraint "party_added_by_id_foreign" foreign key ("added_by_id") references "person" ("id") on update no action on delete no action;

alter table "mail" add constraint "mail_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "mail" add constraint "mail_party_id_foreign" foreign key ("party_id") references "party" ("id") on update no action on delete no action;

alter table "beslut" add constraint "beslut_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "beslut" add constraint "beslut_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on update no action on delete no action;
alter table "beslut" add constraint "beslut_replaces_id_foreign" foreign key ("replaces_id") references "beslut" ("id") on update no action on delete no action;

alter table "notice" add constraint "notice_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;
alter table "notice" add constraint "notice_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "notice" add constraint "notice_beslut_id_foreign" foreign key ("beslut_id") references "beslut" ("id") on update no action on delete no action;
alter table "notice" add constraint "notice_up_by_id_foreign" foreign key ("up_by_id") references "person" ("id") on update no action on delete no action;
alter table "notice" add constraint "notice_down_by_id_foreign" foreign key ("down_by_id") references "person" ("id") on update no action on delete no action;

alter table "handling" add constraint "handling_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "handling" add constraint "handling_submission_id_foreign" foreign key ("submission_id") references "submission" ("id") on update no action on delete no action;
alter table "handling" add constraint "handling_beslut_id_foreign" foreign key ("beslut_id") references "beslut" ("id") on update no action on delete no action;
alter table "handling" add constraint "handling_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on update no action on delete no action;

alter table "handling_act" add constraint "handling_act_handling_id_foreign" foreign key ("handling_id") references "handling" ("id") on update no action on delete no action;
alter table "handling_act" add constraint "handling_act_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;

alter table "file" add constraint "file_draft_id_foreign" foreign key ("draft_id") references "draft" ("id") on update no action on delete cascade;
alter table "file" add constraint "file_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "file" add constraint "file_handling_id_foreign" foreign key ("handling_id") references "handling" ("id") on update no action on delete no action;
alter table "file" add constraint "file_uploaded_by_id_foreign" foreign key ("uploaded_by_id") references "person" ("id") on update no action on delete no action;

alter table "beslut_receipt" add constraint "beslut_receipt_beslut_id_foreign" foreign key ("beslut_id") references "beslut" ("id") on update cascade on delete no action;
alter table "beslut_receipt" add constraint "beslut_receipt_party_id_foreign" foreign key ("party_id") references "party" ("id") on update cascade on delete no action;

alter table "waiting" add constraint "waiting_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
`;

/** The role that the web process takes: it can write everything but history. A managed server may forbid to make roles; then there is none. */
const webRole = `
do $$ begin
  create role smedja_web nologin;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$`;

const grants = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'smedja_web') then return; end if;
  execute format('grant smedja_web to %I', current_user);
  grant usage on schema public, graphile_worker to smedja_web;
  grant select, insert, update, delete on all tables in schema public, graphile_worker to smedja_web;
  grant execute on all functions in schema graphile_worker to smedja_web;
  alter default privileges in schema public grant select, insert, update, delete on tables to smedja_web;
  revoke update, delete on timeline, registration, case_type_version from smedja_web;
  create policy smedja_web on graphile_worker._private_jobs to smedja_web using (true) with check (true);
  create policy smedja_web on graphile_worker._private_job_queues to smedja_web using (true) with check (true);
  create policy smedja_web on graphile_worker._private_tasks to smedja_web using (true) with check (true);
end $$`;

/** Not breaking: the first. The legal model stands in the tables from the first case; the entities say what each column means. */
export class Migration20261121000000_lay_the_ground extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
    this.addSql(tables);
    this.addSql(webRole);
    this.addSql(grants);
  }
}
