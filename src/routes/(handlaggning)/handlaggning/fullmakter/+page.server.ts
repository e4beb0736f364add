import { fail, redirect } from '@sveltejs/kit';
import { endRegistered, listRegistered, registerMandate, registersIn } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { readOrganisationNumber } from '#runtime/form/kinds/organisation-number.ts';
import { readPersonalNumber } from '#runtime/form/kinds/personal-number.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { statusOf } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { fullmaktWords } from '#lib/server/mine/fullmakt-view.ts';
import { titlesOf } from '#lib/server/mine/represented.ts';
import { typedFullmakt, typedText, writtenFullmakt, wrongFields } from '#lib/server/mine/written-fullmakt.ts';
import { namedOrgans } from '#lib/server/organ-name.ts';
import { postedForm } from '#lib/server/posted-form.ts';
import { clock } from '#lib/server/services.ts';

const PAGE = '/handlaggning/fullmakter';

export const load = async (event) => {
  const { actor } = requireStaff(event);
  const { language } = event.locals;
  const { searchParams } = event.url;
  const search = (searchParams.get('sok') ?? '').trim().slice(0, 100);
  const after = searchParams.get('efter') ?? '';
  const [{ registered, next }, titles, organs] = await Promise.all([
    listRegistered(actor, { search, after }),
    titlesOf(language),
    namedOrgans(registersIn(actor))
  ]);
  const nameOf = (organ: string) => organs.find(({ key }) => key === organ)?.name ?? organ;
  return {
    registered: registered.map((one) => ({
      ...one,
      ...fullmaktWords(one, titles, language),
      organ: nameOf(one.organ)
    })),
    ...{ search, next, isLater: after !== '', organs },
    services: [...titles].map(([slug, title]) => ({ slug, title })),
    today: stockholmDay(clock.now()),
    done: searchParams.has('klart')
  };
};

/** Who is represented, by a number of twelve or ten digits; an empty one when it is neither. */
function principalOf(number: string, today: string) {
  const personnummer = readPersonalNumber(number, today);
  const organisationsnummer = readOrganisationNumber(number) ?? '';
  return personnummer !== undefined
    ? ({ kind: 'person', personnummer } as const)
    : ({ kind: 'organisation', organisationsnummer } as const);
}

export const actions = {
  register: async (event) => {
    const { actor } = requireStaff(event);
    const form = await postedForm(event);
    const text = (name: string) => typedText(form, name);
    const now = clock.now();
    const today = stockholmDay(now);
    const typed = typedFullmakt(form);
    const [organ, basis] = [text('organ'), text('basis')];
    const whom = { organ, principal: text('principal'), principalName: text('principalName'), basis };
    const ground = form.get('ground') === 'guardian' ? 'guardian' : 'fullmakt';
    const written = {
      ...writtenFullmakt(typed, await titlesOf(event.locals.language), today),
      ...({ ground, principalName: whom.principalName, basis } as const),
      principal: principalOf(whom.principal, today)
    };
    const done = await registerMandate({ actor, organ, written }, now);
    if (!isRefusal(done)) redirect(303, `${PAGE}?klart`);
    const wrong = wrongFields(done);
    return fail(statusOf(done.refused), { refused: done.refused, typed, whom: { ...whom, ground }, wrong });
  },
  end: async (event) => {
    const { actor } = requireStaff(event);
    const id = String((await postedForm(event)).get('id') ?? '');
    const refusal = await endRegistered(id, actor, clock.now());
    if (!refusal) redirect(303, `${PAGE}?klart`);
    const none = { typed: null, whom: null, wrong: [] };
    return fail(statusOf(refusal.refused), { refused: refusal.refused, ...none });
  }
};
