import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { fullmaktAct, readFullmakt, revokeFullmakt, signFullmakt } from '#runtime';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { t } from '#lib/text/index.ts';
import { statusOf, stopWith } from '#lib/server/fault-page.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { fullmaktView, printedNumber } from '#lib/server/mine/fullmakt-view.ts';
import { titlesOf } from '#lib/server/mine/represented.ts';
import { municipality } from '#lib/server/municipality.ts';
import { clock } from '#lib/server/services.ts';
import { signatureOf, startSignOrder } from '#lib/server/signing.ts';

const LIST = '/mina-sidor/fullmakter';

async function open(event: RequestEvent<{ id: string }>) {
  const login = requireLogin(event);
  const fullmakt = await readFullmakt(event.params.id, login, clock.now());
  if (isRefusal(fullmakt)) stopWith(fullmakt, event.locals.requestId);
  const titles = await titlesOf(event.locals.language);
  return { login, fullmakt, view: fullmaktView(fullmakt, titles, event.locals.language) };
}

/** Back from signing: what was signed holds from now on. */
async function takeSignature(event: RequestEvent<{ id: string }>): Promise<Refusal> {
  const { login, fullmakt } = await open(event);
  const signature = await signatureOf(event, login, fullmaktAct(fullmakt));
  const refusal = isRefusal(signature) ? signature : await signFullmakt(fullmakt.id, { login, signature }, clock.now());
  return refusal ?? redirect(303, `${LIST}/${fullmakt.id}?undertecknad`);
}

export const load = async (event) => {
  const isBack = event.url.searchParams.has('signatur');
  const refusal = isBack ? await takeSignature(event) : undefined;
  const { fullmakt, view } = await open(event);
  return {
    ...{ fullmakt: view, number: printedNumber(fullmakt.ombudPersonnummer), refused: refusal?.refused },
    isSigned: event.url.searchParams.has('undertecknad')
  };
};

export const actions = {
  sign: async (event) => {
    const { fullmakt, view } = await open(event);
    const { language } = event.locals;
    const { name } = fullmakt.principal;
    const begun = await startSignOrder(event, {
      visible: t(language)('fullmakt.visible', {
        ...{ ombud: view.ombud, number: printedNumber(fullmakt.ombudPersonnummer), what: view.what },
        ...{ period: view.period, principal: name, municipality: municipality.name }
      }),
      act: fullmaktAct(fullmakt),
      returnTo: `${LIST}/${fullmakt.id}`
    });
    if (isRefusal(begun)) return fail(statusOf(begun.refused), { refused: begun.refused });
    redirect(303, begun.page);
  },
  revoke: async (event) => {
    const { login, fullmakt } = await open(event);
    const refusal = await revokeFullmakt(fullmakt.id, login, clock.now());
    if (refusal) return fail(statusOf(refusal.refused), { refused: refusal.refused });
    redirect(303, `${LIST}?aterkallad`);
  }
};
