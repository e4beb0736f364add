import { fail } from '@sveltejs/kit';
import { beginCoSigning, refuseToSign, signerOf, takeCoSignature, toSign } from '#lib/server/co-signing.ts';
import { statusOf } from '#lib/server/fault-page.ts';
import type { Actions, PageServerLoad } from './$types';

/** What somebody is asked to sign: only the one whom the link asks is told, after having identified. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' });
  const asked = await toSign(event);
  const base = event.url.pathname;
  const person = signerOf(event)?.actor.name;
  if (!asked) return { base, person, asked: null, refused: undefined };
  const back = event.url.searchParams.has('signatur') && asked.answer === null;
  const refusal = back ? await takeCoSignature(event, asked) : undefined;
  const { title, number, sections, answer, answeredAt, isOpen } = asked;
  return { base, person, asked: { title, number, sections, answer, answeredAt, isOpen }, refused: refusal?.refused };
};

export const actions: Actions = {
  sign: async (event) => {
    const { refused } = await beginCoSigning(event);
    return fail(statusOf(refused), { refused });
  },
  refuse: async (event) => {
    const { refused } = await refuseToSign(event);
    return fail(statusOf(refused), { refused });
  }
};
