import type { RequestEvent } from '@sveltejs/kit';
import {
  addAbsence,
  beginAgain,
  changeColleague,
  endEmployment,
  endHolding,
  giveRole,
  listAtWork,
  listOrgans,
  makeAdministrator,
  readColleague,
  type Administering
} from '#runtime';
import { formFields } from '#lib/server/posted-form.ts';
import { administering, got, settle } from '#lib/server/organisation/administering.ts';
import { writtenColleague } from '#lib/server/organisation/written-colleague.ts';

export const load = async (event) => {
  const who = administering(event);
  const [person, organs, people] = await Promise.all([
    readColleague(event.params.person, who),
    listOrgans(who.actor),
    listAtWork(who.actor)
  ]);
  return {
    colleague: got(person, event),
    organs: got(organs, event),
    others: got(people, event).filter(({ id }) => id !== event.params.person)
  };
};

type Fields = ReadonlyMap<string, string>;

/** One thing that is done with the person of the page, by what a form of it says. */
const action =
  (at: string, work: (id: string, text: (name: string) => string, who: Administering) => Promise<object | null>) =>
  async (event: RequestEvent<{ person: string }>) => {
    const who = administering(event);
    const fields: Fields = await formFields(event);
    const done = await work(event.params.person, (name) => fields.get(name) ?? '', who);
    return settle(done, event, { at, fields, to: `/admin/personer/${event.params.person}` });
  };

const period = (text: (name: string) => string) => ({ from: text('from'), to: text('to') });

export const actions = {
  change: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const done = await changeColleague(event.params.person, writtenColleague(fields), who);
    return settle(done, event, { at: 'change', fields, to: `/admin/personer/${event.params.person}` });
  },
  role: action('role', (id, text, who) =>
    giveRole(id, { role: text('role'), place: text('place'), ...period(text) }, who)
  ),
  absence: action('absence', (id, text, who) => addAbsence(id, { deputy: text('deputy'), ...period(text) }, who)),
  administrator: action('administrator', (id, text, who) => makeAdministrator(id, period(text), who)),
  end: action('end', (_, text, who) =>
    endHolding({ kind: text('kind'), id: text('id'), lastDay: text('now') === '' ? text('lastDay') : '' }, who)
  ),
  leave: action('leave', (id, _, who) => endEmployment(id, who)),
  return: action('return', (id, _, who) => beginAgain(id, who))
};
