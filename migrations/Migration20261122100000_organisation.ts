import { Migration } from '@mikro-orm/migrations';

const role = "in ('caseworker', 'manager', 'registrar', 'secretary', 'contact-centre', 'archivist', 'administrator')";
const today = "(now() at time zone 'Europe/Stockholm')::date";

const tables = `
create table "employee" (
  "person_id" uuid not null,
  "user_name" text not null,
  "external_id" text null,
  "title" text null,
  "left_at" timestamptz(3) null,
  "removed" boolean not null default false,
  "version" int not null default 1,
  "created_at" timestamptz(3) not null,
  "changed_at" timestamptz(3) not null,
  primary key ("person_id")
);
create unique index "employee_user_name" on "employee" (lower(user_name));
alter table "employee" add constraint "employee_external_id_unique" unique ("external_id");
alter table "employee" add constraint "employee_person_id_foreign" foreign key ("person_id") references "person" ("id") on update no action on delete no action;

create table "system_administrator" (
  "id" uuid not null,
  "person_id" uuid not null,
  "from_day" date not null,
  "to_day" date null,
  primary key ("id")
);
create index "system_administrator_person_id_index" on "system_administrator" ("person_id");
alter table "system_administrator" add constraint "system_administrator_person_id_foreign" foreign key ("person_id") references "employee" ("person_id") on update no action on delete no action;
alter table "system_administrator" add constraint "system_administrator_period" check (to_day >= from_day);

create table "staff_group" (
  "id" uuid not null,
  "name" text not null,
  "claim" text null,
  "external_id" text null,
  "version" int not null default 1,
  "created_at" timestamptz(3) not null,
  "changed_at" timestamptz(3) not null,
  primary key ("id")
);
create unique index "staff_group_name" on "staff_group" (lower(name));
alter table "staff_group" add constraint "staff_group_claim_unique" unique ("claim");
alter table "staff_group" add constraint "staff_group_external_id_unique" unique ("external_id");

create table "group_member" (
  "id" uuid not null,
  "group_id" uuid not null,
  "person_id" uuid not null,
  "from_day" date not null,
  "to_day" date null,
  "source" text not null,
  primary key ("id")
);
create index "group_member_group_id_index" on "group_member" ("group_id");
create index "group_member_person_id_index" on "group_member" ("person_id");
alter table "group_member" add constraint "group_member_group_id_foreign" foreign key ("group_id") references "staff_group" ("id") on update no action on delete cascade;
alter table "group_member" add constraint "group_member_person_id_foreign" foreign key ("person_id") references "employee" ("person_id") on update no action on delete no action;
alter table "group_member" add constraint "group_member_period" check (to_day >= from_day);
alter table "group_member" add constraint "group_member_source_check" check ("source" in ('page', 'claim', 'scim'));

create table "group_role" (
  "id" uuid not null,
  "group_id" uuid not null,
  "organ_key" text not null,
  "unit_key" text null,
  "role" text not null,
  "from_day" date not null,
  "to_day" date null,
  primary key ("id")
);
create index "group_role_group_id_index" on "group_role" ("group_id");
alter table "group_role" add constraint "group_role_group_id_foreign" foreign key ("group_id") references "staff_group" ("id") on update no action on delete cascade;
alter table "group_role" add constraint "group_role_organ_key_foreign" foreign key ("organ_key") references "organ" ("key") on update no action on delete no action;
alter table "group_role" add constraint "group_role_organ_key_unit_key_foreign" foreign key ("organ_key", "unit_key") references "unit" ("organ_key", "key") on update cascade on delete no action;
alter table "group_role" add constraint "group_role_period" check (to_day >= from_day);
alter table "group_role" add constraint "group_role_role_check" check ("role" ${role});

create table "absence" (
  "id" uuid not null,
  "person_id" uuid not null,
  "deputy_id" uuid not null,
  "from_day" date not null,
  "to_day" date null,
  primary key ("id")
);
create index "absence_person_id_index" on "absence" ("person_id");
create index "absence_deputy_id_index" on "absence" ("deputy_id");
alter table "absence" add constraint "absence_person_id_foreign" foreign key ("person_id") references "employee" ("person_id") on update no action on delete no action;
alter table "absence" add constraint "absence_deputy_id_foreign" foreign key ("deputy_id") references "employee" ("person_id") on update no action on delete no action;
alter table "absence" add constraint "absence_period" check (to_day >= from_day);
alter table "absence" add constraint "absence_by_another" check (deputy_id <> person_id);

create table "organisation_log" (
  "seq" serial primary key,
  "at" timestamptz(3) not null,
  "actor" text not null,
  "object" text not null,
  "act" text not null,
  "before" jsonb null,
  "after" jsonb null
);
alter table "organisation_log" add constraint "organisation_log_act_check" check ("act" in ('insert', 'update', 'delete'));

alter table "membership" add column "source" text not null default 'claim';
alter table "membership" alter column "source" set default 'page';
alter table "membership" add constraint "membership_source_check" check ("source" in ('page', 'claim'));
`;

/** Colleagues so far are those who have had a role. Who administered a whole organ administered the installation, and goes on to. */
const takeOver = `
update "membership" m set "source" = 'page' from "person" p where p.id = m.person_id and p.issuer = 'service-account';
insert into "employee" ("person_id", "user_name", "created_at", "changed_at")
select id, case when same = 1 then subject else subject || '#' || left(id::text, 8) end, created_at, created_at from (
  select p.*, row_number() over (partition by lower(p.subject) order by p.created_at, p.id) as same from "person" p
  where p.issuer <> 'service-account' and exists (select from "membership" m where m.person_id = p.id)
) colleague;
insert into "system_administrator" ("id", "person_id", "from_day")
select gen_random_uuid(), m.person_id, min(m.from_day) from "membership" m join "employee" e on e.person_id = m.person_id
where m.role = 'administrator' and m.unit_key is null and m.from_day <= ${today} and (m.to_day is null or m.to_day >= ${today})
group by m.person_id;
`;

/**
 * Who holds which role from when until when: directly, by a group, or for somebody who is absent. Nobody who has left holds any, and a
 * deputy passes nothing on.
 */
const views = `
create view "own_role" as
select m.person_id, m.organ_key, m.unit_key, m.role, m.from_day, m.to_day, null::uuid as group_id
from "membership" m where not exists (select from "employee" e where e.person_id = m.person_id and e.left_at is not null)
union all
select g.person_id, r.organ_key, r.unit_key, r.role, greatest(g.from_day, r.from_day), least(g.to_day, r.to_day), g.group_id
from "group_member" g join "group_role" r on r.group_id = g.group_id
where not exists (select from "employee" e where e.person_id = g.person_id and e.left_at is not null);
create view "held_role" as
select o.person_id, o.organ_key, o.unit_key, o.role, o.from_day, o.to_day, null::uuid as stands_in_for from "own_role" o
union all
select a.deputy_id, o.organ_key, o.unit_key, o.role, greatest(a.from_day, o.from_day), least(a.to_day, o.to_day), a.person_id
from "absence" a join "own_role" o on o.person_id = a.person_id
where not exists (select from "employee" e where e.person_id = a.deputy_id and e.left_at is not null);
`;

/** One after another, so that two who leave at once see each other. */
const lastAdministrator = `
create function keep_a_system_administrator() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('system_administrator'));
  if not exists (
    select from system_administrator s join employee e on e.person_id = s.person_id
    where e.left_at is null and s.to_day is null and s.from_day <= ${today}
  ) then
    raise exception using errcode = 'SM001', message = 'the last system administrator stays';
  end if;
  return null;
end $$;
create function keep_a_system_administrator_who_leaves() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('system_administrator'));
  if exists (select from system_administrator s where s.person_id = old.person_id and (s.to_day is null or s.to_day >= ${today}))
    and not exists (
      select from system_administrator s join employee e on e.person_id = s.person_id
      where e.left_at is null and s.to_day is null and s.from_day <= ${today}
    ) then
    raise exception using errcode = 'SM001', message = 'the last system administrator stays';
  end if;
  return null;
end $$;
create trigger "keep_one" after update or delete on "system_administrator" for each row execute function keep_a_system_administrator();
create trigger "keep_one" after update on "employee" for each row
  when (old.left_at is null and new.left_at is not null) execute function keep_a_system_administrator_who_leaves();
`;

/** Every change of who may do what is logged by the database itself, whoever makes it and however; the log is never changed. */
const log = `
create function log_organisation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  unsaid constant text[] := '{version,changed_at,token_hash,last_used_at}';
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - unsaid end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - unsaid end;
begin
  if tg_table_name = 'person' then
    if not exists (select from employee where person_id = new.id) then return null; end if;
    before := jsonb_build_object('id', old.id, 'name', old.name, 'email', old.email);
    after := jsonb_build_object('id', new.id, 'name', new.name, 'email', new.email);
  end if;
  if before is not distinct from after then return null; end if;
  insert into organisation_log ("at", "actor", "object", "act", "before", "after")
  values (clock_timestamp(), coalesce(nullif(current_setting('smedja.actor', true), ''), 'system'), tg_table_name, lower(tg_op), before, after);
  return null;
end $$;
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name;
end $$;
create trigger "never_changed" before update or delete or truncate on "organisation_log" for each statement execute function refuse_change();
create trigger "logged" after update of name, email on "person" for each row execute function log_organisation();
`;
const LOGGED = [
  ...['organ', 'unit', 'employee', 'membership', 'system_administrator', 'staff_group', 'group_member', 'group_role'],
  ...['absence', 'delegation_item', 'delegation', 'service_account']
];
const logged = LOGGED.map(
  (table) =>
    `create trigger "logged" after insert or update or delete on "${table}" for each row execute function log_organisation();`
);

/** What a resource of SCIM is called by its ETag. */
const versions = `
create function count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.changed_at := now();
  return new;
end $$;
create trigger "counted" before update on "employee" for each row execute function count_version();
create trigger "counted" before update on "staff_group" for each row execute function count_version();
`;

const grants = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'smedja_web') then return; end if;
  revoke insert, update, delete on "organisation_log" from smedja_web;
end $$`;

/** Not breaking: roles that are given on pages, groups, deputies, system administrators, and a log of every change. */
export class Migration20261122100000_organisation extends Migration {
  override up(): void {
    for (const part of [tables, takeOver, views, lastAdministrator, log, ...logged, versions, grants])
      this.addSql(part);
  }
}
