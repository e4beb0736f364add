import { addHolder, addItem, changeItem, endHolding, listAtWork, readDelegations, readOrgan } from '#runtime';
import { titlesOf } from '#lib/server/mine/represented.ts';
import { formFields } from '#lib/server/posted-form.ts';
import { administering, got, settle } from '#lib/server/organisation/administering.ts';

export const load = async (event) => {
  const who = administering(event);
  const { organ } = got(await readOrgan(event.params.organ, who), event);
  const [items, people, titles] = await Promise.all([
    readDelegations(organ.key, who.actor),
    listAtWork(who.actor),
    titlesOf(event.locals.language)
  ]);
  const named = got(items, event).map((item) => ({
    ...item,
    caseTypes: item.caseTypes.map((slug) => titles.get(slug) ?? slug)
  }));
  return { organ, items: named, people: got(people, event) };
};

const page = (organ: string) => `/admin/organ/${organ}/delegation`;

export const actions = {
  add: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const { organ } = event.params;
    const done = await addItem({ organ, item: fields.get('item') ?? '', title: fields.get('title') ?? '' }, who);
    return settle(done, event, { at: 'add', fields, to: page(organ) });
  },
  change: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const { organ } = event.params;
    const item = fields.get('item') ?? '';
    const done = await changeItem({ organ, item, title: fields.get('title') ?? '' }, who);
    return settle(done, event, { at: `change ${item}`, fields, to: page(organ) });
  },
  give: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const text = (name: string) => fields.get(name) ?? '';
    const item = text('item');
    const written = {
      ...{ item, holder: text('holder'), unit: text('unit'), basis: text('basis') },
      ...{ from: text('from'), to: text('to') }
    };
    const done = await addHolder(event.params.organ, written, who);
    return settle(done, event, { at: `give ${item}`, fields, to: page(event.params.organ) });
  },
  end: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const lastDay = fields.has('now') ? '' : (fields.get('lastDay') ?? '');
    const done = await endHolding({ kind: 'delegation', id: fields.get('id') ?? '', lastDay }, who);
    return settle(done, event, { at: 'end', fields, to: page(event.params.organ) });
  }
};
