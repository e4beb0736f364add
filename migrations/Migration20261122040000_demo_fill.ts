import { Migration } from '@mikro-orm/migrations';

/** Not breaking: a demo knows whether its first fill came to its end. One that has cases already counts as filled. */
export class Migration20261122040000_demo_fill extends Migration {
  override up(): void {
    this.addSql(`create table "demo_fill" (
      "id" int not null,
      "begun_at" timestamptz(3) not null,
      "done_at" timestamptz(3) null,
      primary key ("id")
    )`);
    this.addSql(
      'insert into demo_fill (id, begun_at, done_at) select 1, now(), now() where exists (select from case_)'
    );
  }
}
