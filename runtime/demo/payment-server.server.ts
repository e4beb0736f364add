import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './http.server.ts';
import { html, page, PAGE_HEADERS, type Html } from './page.ts';

/** What the demo's payment provider and the product have agreed on. */
export const PAYMENT_TEST = { base: '/demo/betalning', secret: 'demo-only' } as const;

interface TestPayment {
  readonly id: string;
  readonly amount: number;
  readonly reference: string;
  readonly returnUrl: string;
  status: 'open' | 'paid' | 'ended';
}

const OUTCOMES = { betala: 'paid', stang: 'ended' } as const;
const kronor = (amount: number) =>
  new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'SEK' }).format(amount / 100);

/**
 * A TEST payment provider: the JSON of `docs/payments.md` below `<base>/api`, and the pages where whoever plays the payer
 * chooses what happens. What is to be paid out is taken to have been. Refuses what costs more than 100 000 kr, so that a refusal can be tried.
 */
export function startPaymentServer(base: string = PAYMENT_TEST.base) {
  const payments = new Map<string, TestPayment>();
  const css = readFileSync('runtime/demo/demo.css');

  function api(request: IncomingMessage, id: string, body: string): { readonly status: number; readonly said: object } {
    if (request.headers.authorization !== `Bearer ${PAYMENT_TEST.secret}`) return { status: 401, said: {} };
    if (request.method !== 'POST') {
      const found = payments.get(id);
      const { status, amount, reference } = found ?? {};
      return found ? { status: 200, said: { status, amount, reference } } : { status: 404, said: {} };
    }
    const wish: { id: string; amount: number; reference: string; returnUrl: string } = JSON.parse(body);
    if (!(wish.amount > 0) || wish.amount > 10_000_000) return { status: 422, said: {} };
    if (id === 'payouts') return { status: 201, said: { id: wish.id } };
    const found = [...payments.values()].find(({ returnUrl }) => returnUrl === wish.returnUrl);
    const { amount, reference, returnUrl } = wish;
    const payment = found ?? { id: randomUUID(), amount, reference, returnUrl, status: 'open' };
    payments.set(payment.id, payment);
    return { status: 201, said: { id: payment.id, location: new URL(`${base}/${payment.id}`, returnUrl).href } };
  }

  const show = ({ id, amount, reference, returnUrl, status }: TestPayment): Html => html`
    <h1>Testbetalning</h1>
    <p>Till Lindsjö kommun. Inga pengar byter ägare.</p>
    <p class="shown">${kronor(amount)}, ärende ${reference}</p>
    ${
      status === 'open'
        ? html`<form method="post" action="${base}/${id}">
              <button class="main" name="outcome" value="betala">Betala</button>
              <button name="outcome" value="stang">Låt betalningen ta slut</button>
            </form>
            <p><a href="${returnUrl}">Avbryt och gå tillbaka</a></p>`
        : html`<p>${status === 'paid' ? 'Den är betald.' : 'Den går inte att betala längre.'}</p>
            <p><a href="${returnUrl}">Tillbaka till kommunen</a></p>`
    }
  `;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? '').split('?')[0]?.slice(base.length + 1) ?? '';
    const send = (status: number, title: string, body: Html) =>
      response.writeHead(status, PAGE_HEADERS).end(page(title, body, { style: `${base}/style.css` }));
    const body = request.method === 'POST' ? await readBody(request) : '';
    if (path === 'style.css') return response.writeHead(200, { 'content-type': 'text/css' }).end(css);
    if (path === 'api' || path.startsWith('api/')) {
      const { status, said } = api(request, path.slice('api/'.length), body);
      return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    }
    const payment = payments.get(path);
    if (!payment) return send(404, 'Ingen betalning', html`<h1>Betalningen finns inte</h1>`);
    const outcome = new URLSearchParams(body).get('outcome');
    if (request.method !== 'POST') return send(200, 'Testbetalning', show(payment));
    if (payment.status === 'open' && (outcome === 'betala' || outcome === 'stang')) payment.status = OUTCOMES[outcome];
    return response.writeHead(303, { location: payment.returnUrl, 'cache-control': 'no-store' }).end();
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => response.writeHead(500).end());
  };
}
