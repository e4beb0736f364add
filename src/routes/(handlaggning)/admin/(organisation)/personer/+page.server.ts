import { addColleague, listColleagues, staffIssuer } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { formFields } from '#lib/server/posted-form.ts';
import { administering, got, settle } from '#lib/server/organisation/administering.ts';
import { writtenColleague } from '#lib/server/organisation/written-colleague.ts';

export const load = async (event) => {
  const { searchParams } = event.url;
  const query = {
    search: searchParams.get('sok') ?? '',
    withLeft: searchParams.has('slutat'),
    after: searchParams.get('efter')
  };
  return { query, ...got(await listColleagues(query, administering(event)), event) };
};

export const actions = {
  add: async (event) => {
    const who = administering(event);
    const fields = await formFields(event);
    const done = await addColleague(writtenColleague(fields), { ...who, issuer: staffIssuer(process.env) });
    return settle(done, event, { at: 'add', fields, to: isRefusal(done) ? '' : `/admin/personer/${done.id}` });
  }
};
