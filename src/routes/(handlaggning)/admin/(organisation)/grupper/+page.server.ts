import { addGroup, listGroups } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { formFields } from '#lib/server/posted-form.ts';
import { administering, got, settle } from '#lib/server/organisation/administering.ts';

export const load = async (event) => ({ groups: got(await listGroups(administering(event)), event) });

export const actions = {
  add: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const done = await addGroup({ name: fields.get('name') ?? '', claim: fields.get('claim') ?? '' }, who);
    return settle(done, event, { at: 'add', fields, to: isRefusal(done) ? '' : `/admin/grupper/${done.id}` });
  }
};
