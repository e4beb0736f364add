import { Migration } from '@mikro-orm/migrations';

/** Not breaking: a draft may belong to an event of a case, one for each person or link holder. */
export class Migration20261121030000_event_drafts extends Migration {
  override up(): void {
    this.addSql(`
alter table "draft" add column "case_id" uuid null, add column "event" text null;
alter table "draft" add constraint "draft_case_id_foreign" foreign key ("case_id") references "case_" ("id") on update no action on delete no action;
alter table "draft" add constraint "draft_event_in_case" check ((case_id is null) = (event is null));
create index "draft_case_id_index" on "draft" ("case_id");
create unique index "draft_of_person" on "draft" ("case_id", "event", "person_id") where person_id is not null and case_id is not null;
create unique index "draft_of_token" on "draft" ("case_id", "event", "token_hash") where token_hash is not null and case_id is not null;
`);
  }
}
