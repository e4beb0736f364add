import { fail, redirect } from '@sveltejs/kit';
import { addServiceAccount, publishedCaseTypes, revokeServiceAccount, SCOPES, serviceAccounts } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { namedOrgans } from '#lib/server/organ-name.ts';
import { clock } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

/** The organs that some case type belongs to, with their names. */
const organs = async () =>
  namedOrgans([...new Set((await publishedCaseTypes()).map(({ caseType }) => caseType.settings.owner.organ))]);

/** Other systems that may act here. */
export const load = async (event) => {
  const accounts = await serviceAccounts(requireStaff(event).actor);
  if (isRefusal(accounts)) stopWith(accounts, event.locals.requestId);
  return { accounts, organs: await organs(), scopes: SCOPES };
};

const MOST = 100;

export const actions = {
  /** Tells the token once, in this answer alone: it stands in no address and no log. */
  add: async (event) => {
    const { actor } = requireStaff(event);
    const form = await postedForm(event);
    const name = String(form.get('name') ?? '')
      .trim()
      .slice(0, MOST);
    const organ = (await organs()).find(({ key }) => key === form.get('organ'))?.key;
    const scopes = form.getAll('scope').map(String);
    if (name === '' || !organ || scopes.length === 0) return fail(422, { isWrong: true });
    const added = await addServiceAccount({ actor, name, organ, scopes }, clock.now());
    if (isRefusal(added)) stopWith(added, event.locals.requestId);
    return { token: added.token, name };
  },
  revoke: async (event) => {
    const { actor } = requireStaff(event);
    const id = String((await postedForm(event)).get('id') ?? '');
    const refused = await revokeServiceAccount(id, actor, clock.now());
    if (refused) stopWith(refused, event.locals.requestId);
    redirect(303, '/admin/api');
  }
};
