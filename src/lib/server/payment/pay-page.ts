import { redirect, type RequestEvent } from '@sveltejs/kit';
import { beginPayment, log, ports, settlePayment, type CasePayment } from '#runtime';
import type { Definition } from '#runtime/flow/model.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { textsIn } from '../case-type-text.ts';
import { stopWith } from '../fault-page.ts';
import { cookieOptions } from '../session.ts';
import { safePath } from '../safe-path.ts';
import { citizenPayments, type CitizenPayment } from './citizen-payment.ts';
import { isUuid } from '#runtime/uuid.ts';

/** The page where somebody pays. */
export interface PayView {
  readonly standing: CitizenPayment['standing'] | 'nothing';
  /** In öre. */
  readonly amount: number | null;
  readonly paidAt: Date | null;
  readonly what: string | undefined;
  readonly number: string;
  readonly fault: 'notPaid' | 'refused' | 'unavailable' | null;
  /** Leads on to the provider. */
  readonly payHref: string | null;
  readonly backHref: string | null;
}

interface ToPay {
  readonly caseId: string;
  readonly number: string;
  readonly definition: Definition;
  readonly payments: readonly CasePayment[];
  /** Where the case lies, for whoever reads. */
  readonly base: string;
}

const COOKIE = 'betalning';
const HOUR_SECONDS = 3600;
/** In the address of one who wants to go on to the provider. */
const GO = 'vidare';

/**
 * What a case asks to be paid by one automation, for whoever may read the case. Followed with `?vidare` it begins the payment and
 * leads to the provider. The way back stands in a cookie: an address that holds a secret is told to no provider.
 */
export async function payPage(event: RequestEvent<{ payment: string }>, toPay: ToPay): Promise<PayView> {
  event.setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' });
  const { caseId, number, definition, payments, base } = toPay;
  const texts = textsIn(definition.caseType, event.locals.language);
  const automation = event.params.payment;
  const found = citizenPayments(payments, texts).findLast((one) => one.automation === automation);
  if (!found) stopWith(refuse('payment.not_found'), event.locals.requestId);
  const here = event.url.pathname;
  const view: PayView = {
    ...{ standing: found.standing, amount: found.amount, paidAt: found.paidAt, what: found.what, number },
    fault: event.url.searchParams.has('igen') && found.standing === 'asked' ? 'notPaid' : null,
    payHref: `${here}?${GO}`,
    backHref: base
  };
  if (!event.url.searchParams.has(GO) || found.standing !== 'asked') return view;
  const location = await begun(caseId, automation);
  if (location === null) redirect(303, here);
  if (location === 'refused' || location === 'unavailable') return { ...view, fault: location };
  event.cookies.set(COOKIE, here, { ...cookieOptions(event.url), maxAge: HOUR_SECONDS });
  redirect(303, location);
}

async function begun(caseId: string, automation: string): Promise<string | null> {
  try {
    return await beginPayment(caseId, automation, ports());
  } catch (error) {
    log.warn({ error }, 'a payment could not be begun');
    return 'unavailable';
  }
}

/** Somebody comes back from the provider: it is asked how it went, and they go to where they came from. */
export async function backFromPaying(event: RequestEvent<{ order: string }>): Promise<PayView> {
  event.setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' });
  const { order } = event.params;
  const settled = await settledPayment(order);
  const home = safePath(event.cookies.get(COOKIE) ?? null, '');
  if (home) redirect(303, settled?.status === 'paid' || settled?.status === 'late' ? home : `${home}?igen`);
  const { status, amount = null, settled_at = null, reference = '' } = settled ?? {};
  return {
    standing: status === 'paid' || status === 'late' ? status : status === 'open' ? 'asked' : 'nothing',
    ...{ amount, paidAt: settled_at === null ? null : new Date(settled_at), what: undefined, number: reference },
    ...{ fault: status === 'open' ? 'notPaid' : null, payHref: null, backHref: null }
  };
}

async function settledPayment(order: string) {
  if (!isUuid(order)) return undefined;
  try {
    return await settlePayment(order, ports());
  } catch (error) {
    // Asked again soon, by the worker; the page says that it may take a while.
    log.warn({ error }, 'a payment could not be asked about');
    return undefined;
  }
}
