import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  addToGroup,
  changeGroup,
  endHolding,
  giveGroupRole,
  listAtWork,
  listOrgans,
  readGroup,
  removeGroup,
  type Administering
} from '#runtime';
import { formFields } from '#lib/server/posted-form.ts';
import { administering, got, settle } from '#lib/server/organisation/administering.ts';

export const load = async (event) => {
  const who = administering(event);
  const [group, organs, people] = await Promise.all([
    readGroup(event.params.group, who),
    listOrgans(who.actor),
    listAtWork(who.actor)
  ]);
  return { group: got(group, event), organs: got(organs, event), people: got(people, event) };
};

/** One thing that is done with the group of the page, by what a form of it says. */
const action =
  (at: string, work: (id: string, text: (name: string) => string, who: Administering) => Promise<object | null>) =>
  async (event: RequestEvent<{ group: string }>) => {
    const who = administering(event);
    const fields = await formFields(event);
    const done = await work(event.params.group, (name) => fields.get(name) ?? '', who);
    return settle(done, event, { at, fields, to: `/admin/grupper/${event.params.group}` });
  };

const period = (text: (name: string) => string) => ({ from: text('from'), to: text('to') });

export const actions = {
  change: action('change', (id, text, who) => changeGroup(id, { name: text('name'), claim: text('claim') }, who)),
  role: action('role', (id, text, who) =>
    giveGroupRole(id, { role: text('role'), place: text('place'), ...period(text) }, who)
  ),
  member: action('member', (id, text, who) => addToGroup(id, { person: text('person'), ...period(text) }, who)),
  end: action('end', (_, text, who) =>
    endHolding({ kind: text('kind'), id: text('id'), lastDay: text('now') === '' ? text('lastDay') : '' }, who)
  ),
  remove: async (event) => {
    const done = await removeGroup(event.params.group, administering(event));
    if (done) got(done, event);
    redirect(303, '/admin/grupper?klart');
  }
};
