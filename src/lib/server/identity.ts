import type { RequestEvent } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { deviceOf, identity, limit, messageKey, type Order, type Situation } from '#runtime';
import { bankIdText } from '#lib/text/bankid.ts';
import { t } from '#lib/text/index.ts';
import type { TextKey } from '#lib/text/translate.ts';
import type { OrderView } from '#lib/identity/order-view.ts';
import { stopWith } from './fault-page.ts';

/** As long as nobody has opened the app for it, the QR code or the link to the app is shown. */
const UNOPENED = ['', 'outstandingTransaction', 'noClient'];

/** What we refuse ourselves. */
const OWN_WORDS: ReadonlyMap<string, TextKey> = new Map([
  ['riskHigh', 'bankId.riskHigh'],
  ['tooWeak', 'login.tooWeak']
]);

const device = ({ request }: RequestEvent) => deviceOf(request.headers.get('user-agent'));

/** An IPv4 address that came in as IPv6 is written as IPv4, which BankID wants. */
const addressOf = (event: RequestEvent) => event.getClientAddress().replace(/^::ffff:/, '');

/** On a phone the app is most often on it. */
export const prefersThisDevice = (event: RequestEvent): boolean => device(event) === 'mobile';

/** Refuses with 429 when too many logins or signatures begin from one address. */
export async function limitLogins(event: RequestEvent): Promise<void> {
  const refused = await limit('login', addressOf(event), new Date());
  if (refused) stopWith(refused, event.locals.requestId);
}

/** What the runtime needs to know of a request that carries on an order. `back` is where the provider sends the browser back to. */
export const visitOf = (
  event: RequestEvent,
  order: { id: string; secret: string },
  back: (nonce: string) => string
) => ({
  ...order,
  ip: addressOf(event),
  userAgent: event.request.headers.get('user-agent') ?? 'unknown',
  language: event.locals.language,
  personnummer: event.locals.login?.personnummer ?? null,
  returnUrl: (nonce: string) => event.url.origin + back(nonce)
});

export function viewOf(event: RequestEvent, order: Order): OrderView {
  const situation: Situation = {
    purpose: order.sign ? 'sign' : 'auth',
    app: order.sameDevice ? 'this-device' : 'other-device',
    device: device(event)
  };
  const status = order.status === 'failed' ? 'failed' : 'pending';
  const own = OWN_WORDS.get(order.hint);
  const key = messageKey({ status, code: order.hint || 'outstandingTransaction' }, situation);
  const text = own ? t(event.locals.language)(own) : bankIdText(event.locals.language, key);
  const { qr, appLink, testPhone } = identity();
  const unopened = UNOPENED.includes(order.hint);
  return {
    status,
    text,
    sameDevice: order.sameDevice,
    showsQr: unopened && qr(order) !== null,
    appLink: unopened ? appLink(order, situation.device) : null,
    testPhone
  };
}

/** The picture of an order's QR code, as it is this second. */
export function qrPicture(order: Order | null): Response {
  const text = order && identity().qr(order);
  // Asked for in the same moment as the order was answered: no fault, and nothing to show.
  if (!text) return new Response(null, { status: 204 });
  return new Response(renderSVG(text, { border: 2, pixelSize: 6 }), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' }
  });
}

/** What a page with script asks about every other second. `settled`: load the page anew. */
export const standing = (event: RequestEvent, order: Order | null): Response =>
  Response.json(order?.status === 'pending' ? { settled: false, ...viewOf(event, order) } : { settled: true }, {
    headers: { 'cache-control': 'no-store' }
  });
