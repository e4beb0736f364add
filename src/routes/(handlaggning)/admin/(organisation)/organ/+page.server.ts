import { addOrgan, listOrgans } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { formFields } from '#lib/server/posted-form.ts';
import { administering, got, settle } from '#lib/server/organisation/administering.ts';

export const load = async (event) => ({ organs: got(await listOrgans(administering(event).actor), event) });

export const actions = {
  add: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const done = await addOrgan({ name: fields.get('name') ?? '', kind: fields.get('kind') ?? '' }, who);
    const to = isRefusal(done) ? '' : `/admin/organ/${done.key}`;
    return settle(done, event, { at: 'add', fields, to });
  }
};
