import { addUnit, changeOrgan, changeUnit, readOrgan } from '#runtime';
import { formFields } from '#lib/server/posted-form.ts';
import { administering, got, settle } from '#lib/server/organisation/administering.ts';

export const load = async (event) => got(await readOrgan(event.params.organ, administering(event)), event);

export const actions = {
  change: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const written = { name: fields.get('name') ?? '', kind: fields.get('kind') ?? '' };
    const done = await changeOrgan(event.params.organ, written, who);
    return settle(done, event, { at: 'change', fields, to: `/admin/organ/${event.params.organ}` });
  },
  addUnit: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const done = await addUnit(event.params.organ, fields.get('name') ?? '', who);
    return settle(done, event, { at: 'addUnit', fields, to: `/admin/organ/${event.params.organ}` });
  },
  changeUnit: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const unit = { organ: event.params.organ, key: fields.get('key') ?? '', name: fields.get('name') ?? '' };
    const done = await changeUnit(unit, who);
    return settle(done, event, { at: 'changeUnit', fields, to: `/admin/organ/${event.params.organ}` });
  }
};
