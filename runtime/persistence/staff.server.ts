import { read } from './transaction.server.ts';

/** A colleague who is to administer the installation, by what the staff's identity provider calls them. */
export interface EnteredAdministrator {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
}

const ADD_PERSON = {
  name: 'add-administrator-person',
  text: `insert into person (id, issuer, subject, name, created_at) values (gen_random_uuid(), $1, $2, $3, $4) on conflict do nothing`
};
const ADD_EMPLOYEE = {
  name: 'add-administrator-employee',
  text: `insert into employee (person_id, user_name, created_at, changed_at)
    select id, subject, $3, $3 from person where issuer = $1 and subject = $2 on conflict do nothing`
};
const ADD_ADMINISTRATOR = {
  name: 'add-administrator',
  text: `insert into system_administrator (id, person_id, from_day)
    select gen_random_uuid(), e.person_id, $3 from employee e join person p on p.id = e.person_id
    where p.issuer = $1 and p.subject = $2 and e.left_at is null
      and not exists (select from system_administrator s where s.person_id = e.person_id and s.to_day is null)
    returning person_id`
};

/** Enters who administers the installation from a day on, with nobody's leave: for a new installation and for the demo. */
export async function enterAdministrators(
  people: readonly EnteredAdministrator[],
  { now, day }: { readonly now: Date; readonly day: string }
): Promise<void> {
  for (const { issuer, subject, name } of people) {
    await read(ADD_PERSON, [issuer, subject, name, now]);
    await read(ADD_EMPLOYEE, [issuer, subject, now]);
    await read(ADD_ADMINISTRATOR, [issuer, subject, day]);
  }
}
