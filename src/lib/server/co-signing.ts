import { redirect, type RequestEvent } from '@sveltejs/kit';
import { answerSigning, definitionOf, isSigningLink, limit, readToSign, type Login } from '#runtime';
import { answersView } from '#runtime/form/answers-view.ts';
import { withoutNames } from '#runtime/form/without-names.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { t } from '#lib/text/index.ts';
import { textsIn } from './case-type-text.ts';
import { stopWith } from './fault-page.ts';
import { requireSelf } from './guards.ts';
import { municipality } from './municipality.ts';
import { clock } from './services.ts';
import { signatureOf, startSignOrder } from './signing.ts';

type CoSigning = RequestEvent<{ token: string }>;
const page = ({ params }: CoSigning) => `/skriv-under/${params.token}`;

/** A citizen's login; staff at work sign nothing of their own. */
export const signerOf = ({ locals: { login } }: CoSigning): Login | null =>
  login && login.strength !== 'staff' ? login : null;

/** What is asked of the one who is logged in; ends the request where the link leads nowhere. Null for anybody else. */
export async function toSign(event: CoSigning) {
  const { params, locals } = event;
  const limited = await limit('status-link', event.getClientAddress(), clock.now());
  if (limited) stopWith(limited, locals.requestId);
  if (!(await isSigningLink(params.token))) stopWith(refuse('signing.not_found'), locals.requestId);
  if (locals.login?.actor.actsFor) requireSelf(event);
  const login = signerOf(event);
  const found = login && (await readToSign(params.token, login));
  if (!login || !found || isRefusal(found)) return null;
  const { caseType } = await definitionOf(found.versionId);
  const title = textsIn(caseType, locals.language)['caseType.title'] ?? '';
  const sections = found.snapshot ? answersView(found.snapshot) : [];
  const instead = t(locals.language)('signing.hiddenPerson');
  return { ...found, login, title, sections: withoutNames(sections, found.hiddenNames, instead) };
}

/** Goes to where the one who is logged in signs what was filed, and back. */
export async function beginCoSigning(event: CoSigning): Promise<Refusal> {
  const asked = await toSign(event);
  if (!asked) return refuse('signing.somebody_else');
  if (asked.answer !== null) return refuse('signing.answered');
  const { title, number } = asked;
  const begun = await startSignOrder(event, {
    visible: t(event.locals.language)('signing.visibleOther', { title, number, municipality: municipality.name }),
    act: asked.act,
    returnTo: page(event)
  });
  if (isRefusal(begun)) return begun;
  redirect(303, begun.page);
}

/** Takes the signature that the browser came back with. */
export async function takeCoSignature(
  event: CoSigning,
  { login, act }: NonNullable<Awaited<ReturnType<typeof toSign>>>
): Promise<Refusal> {
  const signature = await signatureOf(event, login, act);
  if (isRefusal(signature)) return signature;
  const key = `co-sign:${event.url.searchParams.get('signatur')}`;
  return answered(event, { key, token: event.params.token, by: login, signature });
}

/** Answers that the one who is logged in will not sign. */
export async function refuseToSign(event: CoSigning): Promise<Refusal> {
  const by = signerOf(event);
  if (!by) return refuse('signing.somebody_else');
  return answered(event, { key: `refuse-to-sign:${event.params.token}`, token: event.params.token, by });
}

async function answered(event: CoSigning, answer: Parameters<typeof answerSigning>[0]): Promise<Refusal> {
  const outcome = await answerSigning(answer, clock.now());
  return isRefusal(outcome) ? outcome : redirect(303, page(event));
}
